import type { CalendarDay } from '../calendar-day.ts'
import type { Cells, ColumnName } from './columns.ts'
import { readCount, readDay, readMinutes, readYesNo, type Labels } from './read-values.ts'
import { leftAside, type Ways } from './ways.ts'

/** Why a line doesn't come, in words for the person, and the column that it is about. */
export interface Problem {
  readonly column?: ColumnName
  readonly text: string
  /** The text that no code was found for: the person may say once what it means. */
  readonly unmatched?: string
}

/** Reads the cells of one line, and keeps every reason why one can't be read. An empty cell is no reason. */
export class LineReading {
  readonly problems: Problem[] = []

  fail(column: ColumnName, text: string): undefined {
    this.problems.push({ column, text })
    return undefined
  }

  day(column: ColumnName, cell: string | undefined): CalendarDay | undefined {
    return this.#read(
      column,
      cell,
      readDay,
      'n’est pas une date qui se lit\u00A0: écrivez par exemple 25/11/2026',
    )
  }

  minutes(column: ColumnName, cell: string | undefined): number | undefined {
    return this.#read(
      column,
      cell,
      readMinutes,
      'n’est pas une durée qui se lit\u00A0: écrivez par exemple 90 ou 1h30',
    )
  }

  count(column: ColumnName, cell: string | undefined): number | undefined {
    return this.#read(column, cell, readCount, 'n’est pas un nombre entier')
  }

  yesNo(column: ColumnName, cell: string | undefined): boolean | undefined {
    return this.#read(column, cell, readYesNo, 'ne se lit pas\u00A0: écrivez oui ou non')
  }

  code(column: ColumnName, labels: Labels, cell: string | undefined, ways: Ways): string | undefined {
    if (cell === undefined || cell === '') return undefined
    const code = ways.code(column, labels, cell)
    if (code === undefined) this.#unmatched(column, cell)
    return code === leftAside ? undefined : code
  }

  codes(column: ColumnName, labels: Labels, cells: Cells, ways: Ways): string[] {
    const texts = ways.split(cells[column] ?? '')
    // A label may hold a comma of its own: « Papiers, élections, citoyenneté » is one.
    const whole = texts.length > 1 ? ways.code(column, labels, cells[column] ?? '') : undefined
    if (whole !== undefined) return [whole]
    return [...new Set(texts.flatMap((text) => this.code(column, labels, text, ways) ?? []))]
  }

  #unmatched(column: ColumnName, unmatched: string): void {
    this.problems.push({ column, text: `«\u00A0${unmatched}\u00A0» n’est pas une valeur connue.`, unmatched })
  }

  #read<T>(
    column: ColumnName,
    cell: string | undefined,
    read: (text: string) => T | undefined,
    otherwise: string,
  ): T | undefined {
    if (cell === undefined || cell.trim() === '') return undefined
    const value = read(cell)
    return value === undefined ? this.fail(column, `«\u00A0${cell}\u00A0» ${otherwise}.`) : value
  }
}
