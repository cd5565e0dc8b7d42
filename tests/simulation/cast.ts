/** Who takes part in a run. The first tabs are enough for two devices; the last ones share a browser profile. */
export interface TabOfCast {
  readonly name: string
  /** Browser profile: its clock and its session are one. */
  readonly profile: string
  readonly person: 'awa' | 'bruno'
}

export const castOfTabs: readonly TabOfCast[] = [
  { name: 'phone', profile: 'phone', person: 'awa' },
  { name: 'laptop', profile: 'laptop', person: 'awa' },
  // A second tab on the laptop: one database, two syncers, and no lock between them.
  { name: 'laptop 2', profile: 'laptop', person: 'awa' },
  { name: 'desk', profile: 'laptop', person: 'bruno' },
  { name: 'tablet', profile: 'tablet', person: 'bruno' },
]

export interface ScopeOfCast {
  readonly name: string
  /** Who may come to write in it, the first one from the beginning. */
  readonly persons: readonly ('awa' | 'bruno')[]
}

/** The first is of both, so that two authors meet in it; nobody but its own person ever gets the others. */
export const castOfScopes: readonly ScopeOfCast[] = [
  { name: 'shared', persons: ['awa', 'bruno'] },
  { name: 'town', persons: ['awa'] },
  { name: 'village', persons: ['bruno'] },
]
