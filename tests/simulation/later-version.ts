import type { Replacement } from './builds.ts'

/**
 * The next version of the product, as a change of this one: a newer schema of reports with a code that this one
 * doesn't know, a collection of its own, and an upgrade of the device's database.
 */
export const laterVersion: readonly Replacement[] = [
  {
    file: 'src/domain/sync/limits.ts',
    find: 'export const schemaVersion = 4',
    replace: 'export const schemaVersion = 5',
  },
  {
    file: 'src/domain/report/nomenclature.ts',
    find: "  tablette: 'Tablette',",
    replace: "  tablette: 'Tablette',\n  montre: 'Montre',",
  },
  {
    file: 'src/domain/sync/op.ts',
    find: "  'confirmation',\n] as const",
    replace: "  'confirmation',\n  'rehearsal',\n] as const",
  },
  {
    file: 'src/domain/sync/collections.ts',
    find: '  place: {\n',
    replace: '  rehearsal: { groups: [], sets: [], dayOf: () => undefined },\n  place: {\n',
  },
  {
    file: 'src/domain/sync/validate-body.ts',
    find: '  place: placeSchema,',
    replace: '  place: placeSchema,\n  rehearsal: placeSchema,',
  },
  {
    file: 'src/app/data/database.ts',
    find: "    this.report = this.table('report')",
    replace: "    this.version(4).stores({ later: 'id' })\n    this.report = this.table('report')",
  },
]
