/**
 * One step of the schema: statements run in order, in one transaction, once. A step that has been released is never
 * edited; what it got wrong is put right by the next one.
 */
export interface Migration {
  /** 1, 2, 3 … without a hole. */
  readonly number: number
  readonly name: string
  readonly statements: readonly string[]
}
