// The kit's own pictograms, 24 × 24, drawn with the colour of the text around them. One component's own are in its folder.
import type { ReactNode } from 'react'

export function icon(children: ReactNode) {
  return function Icon() {
    return (
      <svg
        className="pk-icon"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
    )
  }
}

export const PlayIcon = /* @__PURE__ */ icon(<path d="M7 4.8v14.4L19 12z" fill="currentColor" />)
export const PauseIcon = /* @__PURE__ */ icon(<path d="M8 5v14M16 5v14" strokeWidth="3.4" />)
export const PlusIcon = /* @__PURE__ */ icon(<path d="M12 5v14M5 12h14" />)
export const CloseIcon = /* @__PURE__ */ icon(<path d="M6 6l12 12M18 6L6 18" />)
export const BackIcon = /* @__PURE__ */ icon(<path d="M14.5 6l-6 6 6 6" />)
export const ForthIcon = /* @__PURE__ */ icon(<path d="M9.5 6l6 6-6 6" />)
export const ReplaceIcon = /* @__PURE__ */ icon(
  <path d="M4 9a8 8 0 0 1 14-3l2 2M20 4v4h-4M20 15a8 8 0 0 1-14 3l-2-2M4 20v-4h4" />,
)
export const DuplicateIcon = /* @__PURE__ */ icon(<path d="M9 9h11v11H9zM15 9V4H4v11h5" />)
export const UndoIcon = /* @__PURE__ */ icon(<path d="M4 9h10a6 6 0 0 1 0 12h-3M4 9l4-4M4 9l4 4" />)
export const RedoIcon = /* @__PURE__ */ icon(<path d="M20 9H10a6 6 0 0 0 0 12h3M20 9l-4-4M20 9l-4 4" />)
export const RetryIcon = /* @__PURE__ */ icon(<path d="M20 12a8 8 0 1 1-2.4-5.7L20 8.6M20 4v4.6h-4.6" />)
export const SearchIcon = /* @__PURE__ */ icon(
  <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20 20" />,
)
export const ArchiveIcon = /* @__PURE__ */ icon(
  <path d="M4 5h16v4H4zM5.5 9v10.5h13V9M12 11.5v5M9.5 14.2l2.5 2.5 2.5-2.5" />,
)
export const DownloadIcon = /* @__PURE__ */ icon(<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14" />)
export const LinkIcon = /* @__PURE__ */ icon(
  <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1" />,
)
export const TrashIcon = /* @__PURE__ */ icon(<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7" />)
export const ImageIcon = /* @__PURE__ */ icon(
  <path d="M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.2h.01" />,
)
export const FilmIcon = /* @__PURE__ */ icon(
  <path d="M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4" />,
)
export const WarningIcon = /* @__PURE__ */ icon(<path d="M12 4l9 16H3zM12 10v4.5M12 17.3v.01" />)
export const ZoomInIcon = /* @__PURE__ */ icon(
  <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5M10.5 7.8v5.4M7.8 10.5h5.4" />,
)
export const ZoomOutIcon = /* @__PURE__ */ icon(
  <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5M7.8 10.5h5.4" />,
)
export const FitIcon = /* @__PURE__ */ icon(
  <path d="M3.5 5v14M20.5 5v14M7 12h10M9.5 9l-3 3 3 3M14.5 9l3 3-3 3" />,
)
export const RollIcon = /* @__PURE__ */ icon(<path d="M12 4v16M8.5 9l-3 3 3 3M15.5 9l3 3-3 3" />)
export const TextIcon = /* @__PURE__ */ icon(<path d="M4 6.5h16M4 12h11M4 17.5h14" />)
export const AxisIcon = /* @__PURE__ */ icon(<path d="M3 18h18M5 6h5v7H5zM14 6h5v7h-5z" />)
export const FrameBackIcon = /* @__PURE__ */ icon(<path d="M15.5 6.5l-5.5 5.5 5.5 5.5M6.5 6.5v11" />)
export const FrameForthIcon = /* @__PURE__ */ icon(<path d="M8.5 6.5l5.5 5.5-5.5 5.5M17.5 6.5v11" />)
export const LoopIcon = /* @__PURE__ */ icon(
  <path d="M17 3.5l3 3-3 3M20 6.5H8a4 4 0 0 0-4 4V12M7 20.5l-3-3 3-3M4 17.5h12a4 4 0 0 0 4-4V12" />,
)
export const PictureInPictureIcon = /* @__PURE__ */ icon(
  <>
    <path d="M20 11V5H4v14h6" />
    <path d="M13 14h8v5h-8z" fill="currentColor" />
  </>,
)
export const FullScreenIcon = /* @__PURE__ */ icon(<path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5" />)
export const LeaveFullScreenIcon = /* @__PURE__ */ icon(<path d="M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5" />)
export const CompareIcon = /* @__PURE__ */ icon(
  <>
    <path d="M12 3v18M12 6h8v12h-8" />
    <path d="M12 6H4v12h8z" fill="currentColor" fillOpacity="0.35" />
  </>,
)
export const SoundIcon = /* @__PURE__ */ icon(
  <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />,
)
export const NoSoundIcon = /* @__PURE__ */ icon(
  <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5" />,
)
export const ExpandIcon = /* @__PURE__ */ icon(<path d="M7 10l5 5 5-5" />)
export const CollapseIcon = /* @__PURE__ */ icon(<path d="M7 14l5-5 5 5" />)
export const DownIcon = /* @__PURE__ */ icon(<path d="M12 5v14M6 13l6 6 6-6" />)
export const CheckIcon = /* @__PURE__ */ icon(<path d="M5 12.5l4.5 4.5L19 7.5" />)
export const PencilIcon = /* @__PURE__ */ icon(<path d="M5 19l1-4L16 5l3 3L9 18zM14 7l3 3" />)
export const GridIcon = /* @__PURE__ */ icon(<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" />)
export const RowsIcon = /* @__PURE__ */ icon(<path d="M4 5h5v5H4zM12 7.5h8M4 14h5v5H4zM12 16.5h8" />)
export const OfflineIcon = /* @__PURE__ */ icon(
  <path d="M4 4l16 16M8.5 12.5a6 6 0 0 1 2-1.2M5.5 9.3A10 10 0 0 1 8 7.7M13.5 7a10 10 0 0 1 5 2.3M15.5 12.5l-.7-.6M12 17.5v.01" />,
)
