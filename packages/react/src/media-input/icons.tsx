import { icon } from '../internals/icons.tsx'

export const CameraIcon = /* @__PURE__ */ icon(
  <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8z" />,
)
export const NextCameraIcon = /* @__PURE__ */ icon(
  <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM9 14.6a3.2 3.2 0 0 0 5.6 1M15 13a3.2 3.2 0 0 0-5.6-1M15 10.6V13h-2.4M9 17v-2.4h2.4" />,
)
