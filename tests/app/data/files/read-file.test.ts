import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkedArchive } from '../../../../src/app/data/files/checked-archive.ts'
import { readFile } from '../../../../src/app/data/files/read-file.ts'
import {
  maxLines,
  type FileRefusal,
  type ReadFile,
  type Table,
} from '../../../../src/app/data/files/table.ts'
import { csvText } from '../../../../src/app/data/files/write-csv.ts'
import { xlsxFile } from '../../../../src/app/data/files/write-xlsx.ts'

async function tableIn(bytes: Uint8Array): Promise<Table> {
  const read = await readFile(bytes)
  if (!('table' in read)) throw new Error(`not a table: ${JSON.stringify(read)}`)
  return read.table
}

const refused = (reason: FileRefusal): ReadFile => ({ ok: false, reason })
const sentence = 'Date;Durée;Note\r\n25/11/2026;1h30;"Été, ""déjà""; fin"\r\n'
const cells = ['25/11/2026', '1h30', 'Été, "déjà"; fin']

function unitsOf(text: string): number[] {
  return text.split('').map((sign) => sign.charCodeAt(0))
}

function utf16(text: string, { isBig = false, hasMark = true } = {}): Uint8Array {
  const units = unitsOf((hasMark ? '\uFEFF' : '') + text)
  return Uint8Array.from(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

describe('a text file is read whatever its encoding', () => {
  test.each([
    ['utf-8', strToU8(sentence)],
    ['utf-8', strToU8(`\uFEFF${sentence}`)],
    ['windows-1252', Uint8Array.from(unitsOf(sentence))],
    ['utf-16le', utf16(sentence)],
    ['utf-16be', utf16(sentence, { isBig: true })],
    ['utf-16le', utf16(sentence, { hasMark: false })],
  ])('%s', async (encoding, bytes) => {
    const table = await tableIn(bytes)
    expect(table.heads).toEqual(['Date', 'Durée', 'Note'])
    expect(table.rows).toEqual([{ n: 2, cells }])
    expect(table.format).toEqual({ kind: 'csv', encoding, separator: ';' })
  })
})

test.each([',', ';', '\t', '|'])('the separator « %s » is found', async (separator) => {
  const table = await tableIn(strToU8([`a${separator}b`, `1${separator}2`, `3${separator}4`].join('\n')))
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
})

test('empty lines are left out, and the others keep the numbers that a spreadsheet shows', async () => {
  const table = await tableIn(strToU8('\na;b\n\n1;2\n;\n3;4\n'))
  expect(table.rows.map(({ n }) => n)).toEqual([4, 6])
})

describe('what is wrong with a file is said', () => {
  test.each<[string, Uint8Array, FileRefusal]>([
    ['nothing in it', new Uint8Array(), 'empty'],
    ['heads alone', strToU8('a;b\n'), 'empty'],
    ['a separator that nobody knows', strToU8('a:b\n1:2\n'), 'one-column'],
    ['a quotation mark that is never closed', strToU8('a;b\n"1;2\n3;4\n'), 'open-quote'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0, 0, 13, 0, 0, 7, 0, 1, 3, 0, 0, 2]), 'not-a-table'],
    ['the Excel of before 2007', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
    ['a spreadsheet cut off', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }).subarray(0, 40), 'damaged'],
    ['an archive of something else', zipSync({ 'photo.jpg': strToU8('no') }), 'damaged'],
    ['JSON cut off', strToU8('{"format": "espace-coop-donnees", '), 'damaged'],
    ['too many lines', strToU8(`a;b\n${'1;2\n'.repeat(maxLines + 1)}`), 'too-many-lines'],
    ['a million lines', strToU8(`a;b\n${'1;2\n'.repeat(1_000_000)}`), 'too-many-lines'],
    ['more bytes than any file has', new Uint8Array(20 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect(await readFile(bytes)).toEqual(refused(reason))
  })
})

test('a bomb is stopped at the first byte too many, whatever it says of its size', () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }, { level: 9 })
  expect(bomb.length).toBeLessThan(60_000)
  expect(checkedArchive(bomb, 1_000_000)).toEqual({ ok: false, reason: 'too-large' })
  // The directory and the head of the part say one byte; what is inflated is counted.
  const liar = bomb.slice()
  const directory = liar.findLastIndex((_, at) =>
    [0x50, 0x4b, 1, 2].every((byte, next) => liar[at + next] === byte),
  )
  for (const at of [22, directory + 24]) liar.set([1, 0, 0, 0], at)
  expect(checkedArchive(liar, 1_000_000)).toEqual({ ok: false, reason: 'too-large' })
})

test('what is not read of a spreadsheet is not inflated either', () => {
  const file = zipSync({
    'xl/workbook.xml': strToU8('<a/>'),
    'xl/media/image1.png': new Uint8Array(5_000_000),
  })
  expect(checkedArchive(file, 1_000_000)).toMatchObject({ ok: true })
})

test('days, numbers and texts of a spreadsheet come back as they were written, and no text is a formula', async () => {
  const rows = [
    ['2026-11-25', '90', '=HYPERLINK("http://x")'],
    ['2020-02-29', '5', 'a_x0041_b\u0007\nfin '],
  ]
  const blob = await xlsxFile([
    { name: 'A', heads: ['date', 'duree', 'note'], types: ['day', 'number', 'text'], rows },
  ])
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const table = await tableIn(bytes)
  expect(table.heads).toEqual(['date', 'duree', 'note'])
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['2026-11-25', '90', `'=HYPERLINK("http://x")`],
    ['2020-02-29', '5', 'a_x0041_b\u0007\nfin '],
  ])
})

test('a text file has its mark, semicolons, and cells that no spreadsheet runs', () => {
  expect(
    csvText(
      ['a', 'b'],
      [
        ['=1+1', 'x;"y"\nz'],
        ['-3', ''],
      ],
    ),
  ).toBe('\uFEFFa;b\r\n\'=1+1;"x;""y""\nz"\r\n\'-3;\r\n')
})
