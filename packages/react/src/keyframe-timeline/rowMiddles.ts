/** The middle of each keyframe's row, in the list of narrow screens; by the layout, whatever is drawn elsewhere while it is held. */
export function rowMiddles(content: HTMLElement | null): number[] {
  const rows = [...(content?.querySelectorAll<HTMLElement>('.pk-timeline-keyframe') ?? [])]
  return rows.map((row) => {
    const top = row.offsetParent?.getBoundingClientRect().top ?? 0
    return top + row.offsetTop + row.offsetHeight / 2
  })
}
