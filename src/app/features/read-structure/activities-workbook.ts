import { textOfSafeCell } from '../../../domain/exchange/cell-text.ts'
import { permittedColumns, permittedHeads } from '../../../domain/exchange/permitted-columns.ts'
import { makeXlsx } from '../../data/files/make-xlsx.ts'
import { partsOfCsv } from '../../data/files/csv-parts.ts'
import type { SheetToWrite } from '../../data/files/write-xlsx.ts'
import { fetchActivitiesFile, type ActivitiesAsked } from '../../data/structure-activities.ts'

/** Rows that a phone makes a workbook of; beyond, there is the CSV file. */
export const mostRows = 20_000

/** The very rows of the CSV file, as a workbook: they are the same because they are read from it. Throws where the file doesn't come. */
export async function activitiesWorkbook(asked: ActivitiesAsked): Promise<Blob> {
  const text = await fetchActivitiesFile(asked)
  if (text === undefined) throw new Error('the file of activities was refused')
  return makeXlsx(await activitySheets(text))
}

export async function activitySheets(text: string): Promise<SheetToWrite[]> {
  const [about = [], table = [], definitions = []] = await partsOfCsv(text)
  const rows = table.slice(1).map((cells) => cells.map(textOfSafeCell))
  return [
    {
      name: 'Comptes rendus',
      heads: permittedHeads,
      types: permittedColumns.map(({ type }) => type),
      rows,
    },
    {
      name: 'À propos',
      heads: ['Quoi', 'En mots'],
      types: ['text', 'text'],
      rows: [...about, ...definitions.slice(1)].map((cells) => cells.map(textOfSafeCell)),
    },
  ]
}
