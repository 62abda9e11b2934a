import { EffectPickerGrid } from './EffectPickerGrid.tsx'
import { EffectPickerDescription, EffectPickerPreview, EffectPickerSource } from './EffectPickerNotes.tsx'
import { EffectPickerRoot, type EffectPickerRootProps } from './EffectPickerRoot.tsx'
import { EffectPickerSearch } from './EffectPickerSearch.tsx'
import { EffectPickerTile } from './EffectPickerTile.tsx'

export type EffectPickerProps = EffectPickerRootProps

function DefaultEffectPicker(props: EffectPickerProps) {
  return (
    <EffectPickerRoot {...props}>
      <span className="pk-effects-bar">
        <EffectPickerSearch />
        <EffectPickerDescription />
      </span>
      <EffectPickerSource />
      <EffectPickerGrid />
    </EffectPickerRoot>
  )
}

/**
 * The sixteen Pikaffects on the viewer's own picture: stills of what each does, and one that moves where one points or moves
 * to. Ready-made, or by its parts: `<EffectPicker.Root>` around `Search`, `Source`, `Description` and `Grid`, whose child may
 * make tiles of one's own from `Tile` and `Preview`.
 */
export const EffectPicker = Object.assign(DefaultEffectPicker, {
  Root: EffectPickerRoot,
  Search: EffectPickerSearch,
  Source: EffectPickerSource,
  Description: EffectPickerDescription,
  Grid: EffectPickerGrid,
  Tile: EffectPickerTile,
  Preview: EffectPickerPreview,
})
