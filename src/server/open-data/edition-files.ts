import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import { dataPackage } from '../../domain/open-data/data-package.ts'
import { datasets } from '../../domain/open-data/datasets.ts'
import { dictionaryText } from '../../domain/open-data/dictionary.ts'
import type { BreakdownRow, TotalsRow } from '../../domain/open-data/rows.ts'
import { breakdownRows, totalsRows, type Edition } from '../store/open-data-editions.ts'
import type { Db } from '../store/tables.ts'

/** Files of an edition, each under its name: the addresses that the data package gives are beside it. */
export const editionFileNames = [
  'totaux.csv',
  'repartitions.csv',
  'datapackage.json',
  'dictionnaire.md',
] as const
export type EditionFileName = (typeof editionFileNames)[number]

export interface EditionFile {
  readonly type: string
  readonly text: string
}

/** A file of a published edition: made of its rows alone, so the same each time. */
export async function editionFile(
  db: Db,
  edition: Edition,
  name: EditionFileName,
  publisher: string,
): Promise<EditionFile> {
  switch (name) {
    case 'totaux.csv':
      return csv(await totalsText(db, edition))
    case 'repartitions.csv':
      return csv(await breakdownsText(db, edition))
    case 'datapackage.json':
      return { type: 'application/json; charset=utf-8', text: await packageText(db, edition, publisher) }
    case 'dictionnaire.md':
      return { type: 'text/markdown; charset=utf-8', text: dictionaryText(edition) }
  }
}

function csv(text: string): EditionFile {
  return { type: 'text/csv; charset=utf-8; header=present', text }
}

async function packageText(db: Db, edition: Edition, publisher: string): Promise<string> {
  const files = {
    totaux: sizeOf(await totalsText(db, edition)),
    repartitions: sizeOf(await breakdownsText(db, edition)),
  }
  return `${JSON.stringify(dataPackage({ ...edition, publisher, files }), null, 2)}\n`
}

function sizeOf(text: string) {
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
}

async function totalsText(db: Db, { number }: Edition): Promise<string> {
  const rows = await totalsRows(db, { editions: [number] })
  return csvText(
    datasets.totaux.fields.map(({ name }) => name),
    rows.map(({ department, period, activities, accompaniments, minutes, beneficiaries }: TotalsRow) => [
      department,
      period,
      activities,
      accompaniments,
      minutes,
      beneficiaries,
    ]),
  )
}

async function breakdownsText(db: Db, { number }: Edition): Promise<string> {
  const rows = await breakdownRows(db, { editions: [number] })
  return csvText(
    datasets.repartitions.fields.map(({ name }) => name),
    rows.map(({ department, period, dimension, value, accompaniments }: BreakdownRow) => [
      department,
      period,
      dimension,
      value,
      accompaniments,
    ]),
  )
}

/** RFC 4180, semicolons, without a mark of the encoding: as the data package says. What is hidden is an empty cell. */
function csvText(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse([[...heads], ...rows.map((row) => [...row])], { delimiter: ';', newline: '\r\n' })}\r\n`
}
