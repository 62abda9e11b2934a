export { MediaInput, type MediaInputProps } from './MediaInput.tsx'
