import { useUpload } from '@pika-kit/react'
import { useState } from 'react'

export function Files() {
  const upload = useUpload()
  const [state, setState] = useState('nothing yet')
  return (
    <>
      <label>
        A picture{' '}
        <input
          type="file"
          onChange={({ target: { files } }) => {
            const [file] = files ?? []
            if (!file) return
            upload(file, { onProgress: (part) => setState(`${Math.round(part * 100)} %`) }).then(
              ({ url }) => setState(`arrived: ${url.slice(0, 22)}…`),
              (error: unknown) => setState(error instanceof Error ? error.message : 'it did not arrive'),
            )
          }}
        />
      </label>
      <p role="status" style={{ overflowWrap: 'anywhere' }}>
        {state}
      </p>
    </>
  )
}
