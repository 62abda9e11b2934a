/** As much of a field as its label needs: a description of core, or what the server tells of one. */
export interface LabelledField {
  name: string
  label: string
  fields?: readonly LabelledField[] | null | undefined
  item?: { fields?: readonly LabelledField[] | null | undefined } | null | undefined
}

/**
 * What a path of an input is called for people: `transitions.1.duration` is `Transitions, number 2, Duration`. `join` puts
 * the label of the field, the place in a list (from 1) and the label of the field inside together; `translate` says a label
 * in the language that holds.
 */
export function fieldLabel(
  fields: readonly LabelledField[],
  path: readonly string[],
  join: (label: string, place: number | null, inner: string | null) => string,
  translate: (path: readonly string[], label: string) => string = (_path, label) => label,
): string {
  const [name = '', ...rest] = path
  const field = fields.find((one) => one.name === name)
  const place = rest.length > 0 && /^\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) + 1 : null
  const [innerName] = rest
  const inner = (field?.item?.fields ?? field?.fields)?.find((one) => one.name === innerName)
  return join(
    translate([name], field?.label ?? name),
    place,
    innerName === undefined ? null : translate(path, inner?.label ?? innerName),
  )
}
