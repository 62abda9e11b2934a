/** Makes something for a number when it is first asked for, and keeps it. */
export function once<Value>(make: (index: number) => Value): (index: number) => Value {
  const made = new Map<number, Value>()
  return (index) => {
    const value = made.get(index) ?? make(index)
    made.set(index, value)
    return value
  }
}
