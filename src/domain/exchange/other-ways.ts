import type { CalendarDay } from '../calendar-day.ts'
import type { DocumentId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { ReportKind } from '../report/kinds.ts'
import { placeKindLabels } from '../report/nomenclature.ts'
import { foldName } from '../territory/fold-name.ts'
import { splitAnyList } from './cell-text.ts'
import type { Cells, ColumnName } from './columns.ts'
import type { LineReading } from './line-reading.ts'
import { readCode } from './read-values.ts'
import type { Ways } from './ways.ts'

/** What a person said once of a file of another tool, and what their device knows. */
export interface OtherFile {
  readonly today: CalendarDay
  /** What a line is that doesn't say so. */
  readonly kind: ReportKind | undefined
  /** Where a line took place that doesn't say so. */
  readonly place: string | undefined
  /** What the texts of a column mean, where they are none of our codes or labels: by column, then by folded text. */
  readonly meanings: Meanings
  /** The places of activity of the scope. */
  readonly places: readonly { readonly id: DocumentId; readonly name: string }[]
  /** The INSEE code of the one commune that a text means, by code or by name. */
  readonly commune: (text: string) => string | undefined
}

export type Meanings = Readonly<Partial<Record<ColumnName, Readonly<Record<string, string>>>>>

/** How the cells of another tool's file are understood. */
export function otherWays(file: OtherFile): Ways {
  const chosen = (column: ColumnName, text: string) => {
    const meanings = file.meanings[column]
    const folded = foldName(text)
    return meanings && Object.hasOwn(meanings, folded) ? meanings[folded] : undefined
  }
  const byName = new Map(file.places.map(({ id, name }) => [foldName(name), id]))
  return {
    split: splitAnyList,
    code: (column, labels, text) => readCode(labels, text) ?? chosen(column, text),
    commune: file.commune,
    place: (cells, reading) => {
      const text = cells.lieu ?? cells.lieu_nom
      const meant = text === undefined ? undefined : (chosen('lieu', text) ?? byName.get(foldName(text)))
      const kind = text === undefined ? undefined : readCode(placeKindLabels, text)
      return placeOf(
        kind ?? meant ?? (text === undefined ? placeUnsaid(cells, file) : undefined),
        cells,
        file,
        reading,
      )
    },
    kind: file.kind,
    today: file.today,
    fills: true,
  }
}

/** A line that only names a commune took place somewhere in it. */
function placeUnsaid(cells: Cells, { place }: OtherFile): string | undefined {
  return place ?? (cells.lieu_commune === undefined ? undefined : 'autre')
}

function placeOf(
  meant: string | undefined,
  cells: Cells,
  file: OtherFile,
  reading: LineReading,
): JsonObject | undefined {
  const named = cells.lieu ?? cells.lieu_nom
  if (meant === undefined && named === undefined) return reading.fail('lieu', 'Le lieu manque.')
  if (meant === undefined || meant === 'lieu_activite') {
    reading.problems.push({
      column: 'lieu',
      text: `«\u00A0${named ?? ''}\u00A0» n’est pas l’un de vos lieux.`,
      unmatched: named ?? '',
    })
    return undefined
  }
  if (meant === 'a_distance') return { kind: meant }
  if (meant !== 'domicile' && meant !== 'autre') return { kind: 'lieu_activite', lieuId: meant }
  return inCommune(meant, cells.lieu_commune, file, reading)
}

function inCommune(
  kind: string,
  cell: string | undefined,
  { commune }: OtherFile,
  reading: LineReading,
): JsonObject | undefined {
  if (cell === undefined) return reading.fail('lieu_commune', 'La commune du lieu manque.')
  const code = commune(cell)
  if (code !== undefined) return { kind, commune: code }
  return reading.fail(
    'lieu_commune',
    `«\u00A0${cell}\u00A0» n’est pas une commune que l’on peut reconnaître\u00A0: donnez son code INSEE.`,
  )
}
