import type {
  ReadinessLine,
  ReadinessOfTerritory,
} from '../../../../../domain/access/readiness-on-the-wire.ts'
import type { ReadinessState } from '../../../../../domain/commitments/readiness/advisor-readiness.ts'
import type { StateCounts } from '../../../../../domain/commitments/readiness/readiness-tally.ts'
import { departmentName, isDepartmentCode } from '../../../../../domain/territory/departments.ts'
import { regionName, regionOf } from '../../../../../domain/territory/regions-of-departments.ts'
import type { Sort } from '../../../../ui/SortHead.tsx'

/** What the State's table has a column of. */
export const boardMeasures = ['initial', 'certified', 'continuing', 'equipped', 'clothed'] as const
export type BoardMeasure = (typeof boardMeasures)[number]

export type DepartmentLine = ReadinessOfTerritory['departments'][number]

/** A line as it is shown, of a department or of several. */
export interface NamedLine {
  readonly key: string
  /** Of a department; empty for several. */
  readonly code: string
  readonly name: string
  readonly region: string
  readonly line: ReadinessLine
}

/** By what the table is narrowed; empty where it isn't. */
export interface ReadinessFilters {
  readonly region: string
  readonly department: string
}

export const noFilters: ReadinessFilters = { region: '', department: '' }

export function regionOfLine({ department }: DepartmentLine): string | undefined {
  return department !== null && isDepartmentCode(department) ? regionOf(department) : undefined
}

/** The lines that both filters keep. */
export function filteredLines(
  lines: readonly DepartmentLine[],
  { region, department }: ReadinessFilters,
): DepartmentLine[] {
  return lines.filter(
    (line) =>
      (region === '' || regionOfLine(line) === region) &&
      (department === '' || line.department === department),
  )
}

/** How the table is asked for: who reads one department has one line, and no total that would say the same. */
export interface AskedTable {
  readonly isNational: boolean
  readonly filters: ReadinessFilters
  readonly sort: Sort
}

/** What is shown: the total of the nation, or of the region that is chosen, then its departments. */
export function linesShown(
  { total, departments }: ReadinessOfTerritory,
  { isNational, filters, sort }: AskedTable,
): NamedLine[] {
  const kept = filteredLines(departments, filters)
  const lines = sortedLines(kept, sort).map(namedLine)
  if (!isNational || filters.department !== '' || kept.length === 0) return lines
  return filters.region === ''
    ? [totalOf('France entière', total), ...lines]
    : [totalOf(regionName(filters.region), sumOf(kept)), ...lines]
}

function totalOf(name: string, line: ReadinessLine): NamedLine {
  return { key: 'total', code: '', name, region: '', line }
}

function namedLine(line: DepartmentLine): NamedLine {
  const { department } = line
  const region = regionOfLine(line)
  const code = department ?? ''
  return {
    key: code || 'unknown',
    code,
    name: isDepartmentCode(code) ? departmentName(code) : 'Département non renseigné',
    region: region === undefined ? '' : regionName(region),
    line,
  }
}

/** Departments as one; what is hidden of one of them is hidden of all. */
export function sumOf(lines: readonly ReadinessLine[]): ReadinessLine {
  const all = (of: (line: ReadinessLine) => StateCounts) => sumOfCounts(lines.map(of))
  const certified = lines.flatMap((line) => line.certified ?? [])
  return {
    inPost: lines.reduce((sum, { inPost }) => sum + inPost, 0),
    initial: all(({ initial }) => initial),
    certified: certified.length === lines.length ? sumOfCounts(certified) : null,
    continuing: all(({ continuing }) => continuing),
    equipped: all(({ equipped }) => equipped),
    clothed: all(({ clothed }) => clothed),
  }
}

function sumOfCounts(counts: readonly StateCounts[]): StateCounts {
  const of = (state: ReadinessState) => counts.reduce((sum, one) => sum + one[state], 0)
  return { done: of('done'), 'not-done': of('not-done'), unknown: of('unknown'), 'not-due': of('not-due') }
}

/** The part of those in post of whom it is done; null where it is hidden, or nobody is in post. */
export function partDone({ inPost, ...counts }: ReadinessLine, measure: BoardMeasure): number | null {
  const of = counts[measure]
  return of === null || inPost === 0 ? null : of.done / inPost
}

/** Departments by their code, a number by how many, a measure by its part; what is hidden comes last. */
function sortedLines(lines: readonly DepartmentLine[], { key, direction }: Sort): DepartmentLine[] {
  const sign = direction === 'ascending' ? 1 : -1
  const byCode = (a: DepartmentLine, b: DepartmentLine) =>
    (a.department ?? '~') < (b.department ?? '~') ? -1 : 1
  const measure = boardMeasures.find((one) => one === key)
  const valueOf = (line: DepartmentLine) => (measure ? partDone(line, measure) : line.inPost)
  if (!measure && key !== 'inPost') return [...lines].sort((a, b) => sign * byCode(a, b))
  return [...lines].sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byCode(a, b)
    return sign * (one - other) || byCode(a, b)
  })
}
