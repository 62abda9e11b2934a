import { MediaInputBox } from './MediaInputBox.tsx'
import { MediaInputCamera } from './MediaInputCamera.tsx'
import { useMedia } from './MediaInputContext.ts'
import { MediaInputDetails } from './MediaInputDetails.tsx'
import { MediaInputLabel } from './MediaInputLabel.tsx'
import { MediaInputList } from './MediaInputList.tsx'
import { MediaInputNotes } from './MediaInputNotes.tsx'
import { MediaInputPreview } from './MediaInputPreview.tsx'
import { MediaInputRoot, type MediaInputRootProps } from './MediaInputRoot.tsx'
import {
  MediaInputAddress,
  MediaInputCameraButton,
  MediaInputChoose,
  MediaInputSources,
} from './MediaInputSources.tsx'
import { MediaInputTile } from './MediaInputTile.tsx'

export type MediaInputProps = MediaInputRootProps

function DefaultMediaInput(props: MediaInputProps) {
  return (
    <MediaInputRoot {...props}>
      <MediaInputLabel />
      <DefaultContent />
      <MediaInputNotes />
    </MediaInputRoot>
  )
}

/** A list where several may be, a box where one may be or none is yet; the live camera takes the place of an empty box. */
function DefaultContent() {
  const { isMultiple, entries, camera } = useMedia('Root')
  const isFilled = entries.length > 0
  return (
    <>
      {isMultiple && <MediaInputList />}
      {camera.state.status !== 'closed' && !(isFilled && !isMultiple) ? (
        <MediaInputCamera />
      ) : (
        !(isMultiple && isFilled) && <MediaInputBox />
      )}
      <MediaInputSources />
    </>
  )
}

/**
 * Pictures or videos: dropped, pasted, chosen, photographed, or given by their address; one, or several in an order. Files are
 * looked into before they are sent, and what cannot be taken is said by name. Ready-made, or by its parts:
 * `<MediaInput.Root>` around `Label`, `Box` or `List`, `Camera`, `Sources` and `Notes`.
 */
export const MediaInput = Object.assign(DefaultMediaInput, {
  Root: MediaInputRoot,
  Label: MediaInputLabel,
  Box: MediaInputBox,
  List: MediaInputList,
  Tile: MediaInputTile,
  Preview: MediaInputPreview,
  Details: MediaInputDetails,
  Camera: MediaInputCamera,
  Sources: MediaInputSources,
  Choose: MediaInputChoose,
  CameraButton: MediaInputCameraButton,
  Address: MediaInputAddress,
  Notes: MediaInputNotes,
})
