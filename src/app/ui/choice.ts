/** One of the answers that a person may give. */
export interface Choice<V extends string = string> {
  value: V
  label: string
}
