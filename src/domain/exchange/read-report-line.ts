import type { CalendarDay } from '../calendar-day.ts'
import { documentIdSchema, type DocumentId, type ScopeId } from '../ids.ts'
import { valueAt, type JsonObject } from '../json.ts'
import { validateBody } from '../sync/validate-body.ts'
import { bodyOfCells } from './body-of-cells.ts'
import { textOfSafeCell } from './cell-text.ts'
import { reportColumns, type Cells, type ColumnName } from './columns.ts'
import { idInScope, type FileLine, type LineIdentities } from './line-identity.ts'
import { LineReading, type Problem } from './line-reading.ts'
import { cellsOf, type Layout } from './match-columns.ts'
import { bodyOfOwnCells } from './own-cells.ts'
import type { Ways } from './ways.ts'
import { withoutForeignIds } from './without-foreign-ids.ts'

/** What becomes of a line: a report to be kept, or the reasons why it doesn't come. */
export type LineOutcome =
  | { readonly comes: true; readonly scope: ScopeId; readonly id: DocumentId; readonly body: JsonObject }
  | { readonly comes: false; readonly problems: readonly Problem[] }

export interface LineContext {
  readonly layout: Layout
  readonly today: CalendarDay
  /** The scope that reports go to, unless the file is our own and says one of the person's. */
  readonly scope: ScopeId
  readonly ownScopes: ReadonlySet<string>
  /** How another tool's file is understood; our own where there is none. */
  readonly ways?: Ways
  /** The place of activity of the scope that has a name, for our own file of another scope. */
  readonly placeNamed?: (name: string) => DocumentId | undefined
  readonly identities: LineIdentities
}

/** Reads one line. Pure, and the same line gives the same report every time. */
export function readReportLine(line: FileLine, context: LineContext): LineOutcome {
  const reading = new LineReading()
  const raw = cellsOf(context.layout, line.cells)
  const cells = changed(raw, context.ways ? (text) => text.trim() : textOfSafeCell)
  const scope = scopeOf(cells, context)
  const id = idOf(cells, scope, line, context)
  const said = bodyFor(cells, context, reading)
  const body = { notesShared: false, filedOn: context.today, ...said, imported: true }
  judge(body, context, reading)
  return reading.problems.length > 0
    ? { comes: false, problems: reading.problems }
    : { comes: true, scope, id, body }
}

function bodyFor(cells: Cells, context: LineContext, reading: LineReading): JsonObject {
  if (context.ways) return bodyOfCells(cells, context.ways, reading)
  const body = bodyOfOwnCells(cells, reading)
  return context.ownScopes.has(cells.affectation ?? '') ? body : withoutForeignIds(body, cells, context)
}

function changed(cells: Cells, change: (text: string) => string): Cells {
  const texts = Object.entries(cells).map(([name, text]) => [name, change(text)] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}

function scopeOf(cells: Cells, { ways, ownScopes, scope }: LineContext): ScopeId {
  const said = cells.affectation
  // A scope of the person's is one: the set holds nothing else.
  return !ways && said !== undefined && ownScopes.has(said) ? (said as ScopeId) : scope
}

/** Our own file brings a report back as itself; anything else gets an id that its line always gets. */
function idOf(cells: Cells, scope: ScopeId, line: FileLine, { ways, identities }: LineContext): DocumentId {
  const own = documentIdSchema.safeParse(cells.identifiant)
  if (!ways && own.success && cells.affectation === scope) return own.data
  return cells.identifiant ? idInScope(scope, cells.identifiant) : identities.idOf(scope, line)
}

/** What the schema has to say, where nothing was said of the same column already; a day to come is none of a report. */
function judge(body: JsonObject, { today }: LineContext, reading: LineReading): void {
  const date = valueAt(body, 'date')
  if (typeof date === 'string' && date > today) reading.fail('date', 'Ce jour n’est pas encore passé.')
  if (date === undefined && !has(reading, 'date')) reading.fail('date', 'La date manque.')
  if (reading.problems.length > 0) return
  const validity = validateBody('report', body)
  if (validity.valid) return
  const column = columnOfField(validity.field)
  reading.problems.push({ ...(column ? { column } : {}), text: validity.message })
}

function has(reading: LineReading, column: ColumnName): boolean {
  return reading.problems.some((problem) => problem.column === column)
}

function columnOfField(field: string): ColumnName | undefined {
  return columnsOfFields.find(([begin]) => field === begin || field.startsWith(`${begin}.`))?.[1]
}

const columnsOfFields: readonly (readonly [field: string, column: ColumnName])[] = [
  ['date', 'date'],
  ['minutes', 'duree_minutes'],
  ['place.commune', 'lieu_commune'],
  ['place', 'lieu'],
  ['themes', 'thematiques'],
  ['administrativeThemes', 'demarches'],
  ['procedureName', 'demarche_nom'],
  ['equipment', 'materiel'],
  ['beneficiary', 'personne'],
  ['orientation', 'orientation'],
  ['title', 'titre'],
  ['name', 'titre'],
  ['anonymous', 'anonymes_total'],
  ['participants', 'anonymes_total'],
  ['activity', 'activite'],
  ['audience', 'avec_mediateurs'],
  ['type', 'categorie'],
  ['otherType', 'categorie_precision'],
  ['initiative', 'initiative'],
  ['animationThemes', 'themes_animation'],
  ['organisers', 'organisateurs'],
  ['scale', 'echelle'],
  ['natures', 'natures'],
  ['partners', 'partenaires'],
  ['notes', 'note'],
  ['tags', 'etiquettes'],
  ['structureTags', 'etiquettes_structure'],
]

/** A problem with the name of the column that it is about. */
export function problemInWords({ column, text }: Problem): string {
  return column ? `${reportColumns[column].label}\u00A0: ${text}` : text
}
