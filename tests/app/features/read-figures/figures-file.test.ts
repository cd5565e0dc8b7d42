import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { xlsxFile } from '../../../../src/app/data/files/write-xlsx.ts'
import { blockDefinitions } from '../../../../src/app/features/read-figures/block-definitions.ts'
import { blockRows } from '../../../../src/app/features/read-figures/block-rows.ts'
import {
  figuresCsv,
  figuresFile,
  figuresSheets,
} from '../../../../src/app/features/read-figures/figures-file.ts'
import { ownTotals, withBreakdowns } from '../../../../src/app/features/read-figures/use-figures.ts'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { reportSchema } from '../../../../src/domain/report/report.ts'
import { factBook } from '../../../../src/domain/statistics/fact-book.ts'
import { factOf } from '../../../../src/domain/statistics/fact-of.ts'
import { aReport, aReportOfKind } from '../../../builders/a-report.ts'
import { aDocumentId, aScopeId } from '../../../builders/an-id.ts'

const scope = aScopeId()
const lieuId = aDocumentId()
const names = {
  places: new Map<string, string>([[lieuId, '=HYPERLINK("x")']]),
  people: new Map<string, string>(),
  communes: new Map([['09261', 'Saint-Girons']]),
}
const fact = (body: JsonObject) => factOf(reportSchema.parse(body), { scope, id: aDocumentId() })
const book = factBook(
  [
    fact(aReport({ themes: ['email'], place: { kind: 'lieu_activite', lieuId } })),
    fact(aReport({ themes: ['email', 'sante'], beneficiary: { kind: 'anonyme', gender: 'feminin' } })),
    fact(aReportOfKind('collectif', { themes: ['email'], minutes: 90 })),
  ],
  { identityOf: (id) => id, communeOfPlace: new Map(), communeOfScope: new Map() },
)
const today = '2026-11-25' as CalendarDay
const asked = withBreakdowns(
  ownTotals(book, { when: 'mois', values: ['theme:email'], step: undefined }, today),
  today,
)
const file = figuresFile(asked, names)
const text = figuresCsv(file)
const rows: string[][] = parse(text, { delimiter: ';', bom: true, relax_column_count: true })

test('the file has the figures of the screen, line by line', () => {
  for (const block of blockDefinitions) {
    const inFile = rows.filter(([table, , , amount]) => table === block.title && amount !== undefined)
    const onScreen = blockRows(block, asked.figures, names)
    expect(
      inFile.map(([, , , amount]) => Number(amount)),
      block.title,
    ).toEqual(onScreen.map(({ amount }) => amount))
  }
  const totals = rows
    .filter(([table]) => table === 'Totaux')
    .map(([, name, , now, , before]) => [name, now, before])
  expect(totals).toContainEqual(['Accompagnements', '10', '0'])
  expect(totals).toContainEqual(['Durée', '180', '0'])
})

test('it says its period, its filters and its definitions', () => {
  expect(rows).toContainEqual(['Période', 'du 1er au 25\u00A0novembre 2026'])
  expect(rows).toContainEqual(['Filtres', 'E-mail'])
  expect(rows.map(([first]) => first)).toContain('Définitions')
})

test('a name that a spreadsheet would run is a text', () => {
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
})

test('the workbook has the same figures, and says what they are', async () => {
  const [figures, about] = figuresSheets(file)
  const inWorkbook = figures?.rows.map(([table, line, unit, amount]) => [table, line, unit, amount])
  const inCsv = rows
    .filter(({ length }) => length === 6)
    .slice(1)
    .map((cells) => cells.slice(0, 4))
  expect(inWorkbook).toEqual(inCsv.map((cells) => cells.map((cell) => cell.replace(/^'=/, '='))))
  expect(about?.rows).toContainEqual(['Filtres', 'E-mail'])
  expect((await xlsxFile(figuresSheets(file))).size).toBeGreaterThan(1000)
})
