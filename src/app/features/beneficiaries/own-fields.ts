import type { JsonObject } from '../../../domain/json.ts'
import type { Report } from '../../../domain/report/report.ts'
import type { LocalPerson } from '../../data/people-of-rows.ts'

/** Fields of an individual accompaniment that are of the one person it was with. */
const individual = [
  'place',
  'themes',
  'administrativeThemes',
  'procedureName',
  'equipment',
  'autonomy',
  'oriented',
  'orientation',
  'unmetNeeds',
  'tags',
  'structureTags',
  'notes',
]

/** Of a workshop: what it was. Its note and tags are of all its participants. */
const ofWorkshop = ['place', 'themes', 'administrativeThemes', 'procedureName', 'level']

/** What a report says of one person, and of nobody else; codes as they are stored. */
export function accompanimentFields(report: Report, { pages }: LocalPerson): JsonObject {
  // A report is JSON: it came from the device's own table.
  const fields = report as unknown as JsonObject
  const own = report.kind === 'collectif' ? ofWorkshop : individual
  const traits = traitsIn(report, new Set(pages.map(({ id }) => id)))
  const said = Object.entries(fields).filter(([field]) => own.includes(field))
  return { ...Object.fromEntries(said), ...(Object.keys(traits).length > 0 ? { personne: traits } : {}) }
}

/** What figures know of the person, as it was noted that day. */
function traitsIn(report: Report, ids: ReadonlySet<string>): JsonObject {
  const found =
    report.kind === 'individuel'
      ? [report.beneficiary]
      : report.kind === 'collectif'
        ? (report.participants ?? [])
        : []
  const own = found.find(({ id }) => typeof id === 'string' && ids.has(id))
  if (!own) return {}
  // Traits are codes: text, and JSON.
  const { id: _id, kind: _kind, ...traits } = own as unknown as JsonObject
  return traits
}
