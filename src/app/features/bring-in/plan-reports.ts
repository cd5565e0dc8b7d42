import { hasContractOn } from '../../../domain/access/has-contract-on.ts'
import { calendarDaySchema } from '../../../domain/calendar-day.ts'
import { LineIdentities } from '../../../domain/exchange/line-identity.ts'
import { ownLayout, type Layout } from '../../../domain/exchange/match-columns.ts'
import { otherWays, type Meanings } from '../../../domain/exchange/other-ways.ts'
import {
  readReportLine,
  type LineContext,
  type LineOutcome,
} from '../../../domain/exchange/read-report-line.ts'
import { valueAt, type JsonObject } from '../../../domain/json.ts'
import { reportKindLabels, type ReportKind } from '../../../domain/report/kinds.ts'
import { labelOf } from '../../../domain/report/nomenclature.ts'
import { foldName } from '../../../domain/territory/fold-name.ts'
import { loadCommunes } from '../../data/communes.ts'
import type { Table, TableRow } from '../../data/files/table.ts'
import { placesOfScope } from '../../data/places.ts'
import { formatDayInFigures } from '../../ui/format/date.ts'
import { formatDuration } from '../../ui/format/duration.ts'
import { communeNamed } from './commune-named.ts'
import {
  readSliced,
  withFates,
  type PlanContext,
  type PlannedLine,
  type PlanProgress,
  type ReadLine,
} from './plan.ts'

/** What the person said of another tool's file. */
export interface Matching {
  readonly layout: Layout
  readonly meanings: Meanings
  readonly kind: ReportKind | undefined
  readonly place: string | undefined
}

/** Says line by line what a file of reports would bring; our own where there is no matching. */
export async function planReports(
  table: Table,
  matching: Matching | undefined,
  context: PlanContext,
  progress: PlanProgress,
): Promise<PlannedLine[]> {
  const line = await lineContext(table, matching, context)
  const lines = await readSliced(table.rows, (row) => readRow(row, table, line, context), progress)
  return withFates(context.db, lines)
}

async function lineContext(
  { heads }: Table,
  matching: Matching | undefined,
  { db, scope, scopes, today }: PlanContext,
): Promise<LineContext> {
  const places = await placesOfScope(db, scope)
  const byName = new Map(places.map(({ id, name }) => [foldName(name), id]))
  const base = {
    today,
    scope,
    ownScopes: new Set(scopes.map((own) => own.scope)),
    identities: new LineIdentities(),
    placeNamed: (name: string) => byName.get(foldName(name)),
  }
  if (!matching) return { ...base, layout: ownLayout(heads) }
  // Without the directory a commune is not recognised, and its line says so.
  const communes = await loadCommunes().catch(() => undefined)
  const ways = otherWays({
    ...matching,
    today,
    places,
    commune: (text) => communes && communeNamed(communes, text),
  })
  return { ...base, layout: matching.layout, ways }
}

function readRow(
  { n, cells }: TableRow,
  { heads }: Table,
  line: LineContext,
  context: PlanContext,
): ReadLine {
  if (cells.slice(heads.length).some((cell) => cell.trim() !== '')) {
    return {
      n,
      title: '',
      problems: [{ text: 'Cette ligne a plus de cellules que le fichier n’a de colonnes.' }],
    }
  }
  const outcome = readReportLine({ heads, cells }, line)
  if (!outcome.comes) return { n, title: titleOfCells(cells), problems: outcome.problems }
  const title = titleOf(outcome.body)
  const problem = outsideContracts(outcome, context)
  if (problem !== undefined) return { n, title, problems: [{ column: 'date', text: problem }] }
  const { scope, id, body } = outcome
  return { n, title, problems: [], document: { scope, id, body, collection: 'report' } }
}

/** The server refuses a day that no contract holds: better said here, once, than ten thousand times later. */
function outsideContracts(
  outcome: Extract<LineOutcome, { comes: true }>,
  { scopes }: PlanContext,
): string | undefined {
  const own = scopes.find(({ scope }) => scope === outcome.scope)
  const day = calendarDaySchema.safeParse(valueAt(outcome.body, 'date'))
  if (!own || !day.success || hasContractOn(own, day.data)) return undefined
  return `Aucun de vos contrats avec «\u00A0${own.structureName}\u00A0» ne contient ce jour\u00A0: il serait refusé.`
}

/** A report in a few words: the day, the kind, how long. */
export function titleOf(body: JsonObject): string {
  const [kind, date, minutes] = [valueAt(body, 'kind'), valueAt(body, 'date'), valueAt(body, 'minutes')]
  const day = calendarDaySchema.safeParse(date)
  return [
    day.success && formatDayInFigures(day.data),
    typeof kind === 'string' && labelOf(reportKindLabels, kind),
    typeof minutes === 'number' && formatDuration(minutes),
  ]
    .filter(Boolean)
    .join(', ')
}

function titleOfCells(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell.trim() !== '')
    .slice(0, 3)
    .join(', ')
    .slice(0, 80)
}
