/** The answers once `value` has been chosen or taken back; the exclusive one stays alone. */
export function toggleChoice<V extends string>(chosen: readonly V[], value: V, exclusive?: V): V[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value)
  if (value === exclusive) return [value]
  return [...chosen.filter((other) => other !== exclusive), value]
}
