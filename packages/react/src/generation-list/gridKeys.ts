/** Where a tile of a grid lies, in pixels from the top and the left. */
export interface Place {
  top: number
  left: number
}

/** How many tiles apart two rows may begin and still be one: tiles of one row have the same top, to a pixel. */
const SAME_ROW_PX = 2

/**
 * The tile that a key leads to from this one; null for keys that lead nowhere. Up and down go to the nearest tile of the
 * next row, so that it holds for any number of columns, and for a last row that is not full.
 */
export function tileAfterKey(
  key: string,
  from: number,
  places: readonly Place[],
  isRightToLeft: boolean,
): number | null {
  const last = places.length - 1
  const forth = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forth:
      return Math.min(last, from + 1)
    case back:
      return Math.max(0, from - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowDown':
      return nearestInRow(from, places, 1)
    case 'ArrowUp':
      return nearestInRow(from, places, -1)
    default:
      return null
  }
}

function nearestInRow(from: number, places: readonly Place[], direction: 1 | -1): number {
  const here = places[from]
  if (!here) return from
  let row: number | null = null
  let nearest = from
  let distance = Infinity
  for (let index = from + direction; index >= 0 && index < places.length; index += direction) {
    const place = places[index]
    if (!place || Math.abs(place.top - here.top) <= SAME_ROW_PX) continue
    row ??= place.top
    if (Math.abs(place.top - row) > SAME_ROW_PX) break
    if (Math.abs(place.left - here.left) < distance) {
      distance = Math.abs(place.left - here.left)
      nearest = index
    }
  }
  return nearest
}
