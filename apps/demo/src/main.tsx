import { createPikaClient, PikaProvider } from '@pika-kit/react'
import '@pika-kit/react/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Studio } from './studio/Studio.tsx'
import './studio/studio.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <PikaProvider client={createPikaClient({ url: '/graphql' })}>
      <Studio />
    </PikaProvider>
  </StrictMode>,
)
