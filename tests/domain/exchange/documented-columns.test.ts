import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { columnNames } from '../../../src/domain/exchange/columns.ts'
import { participantColumns } from '../../../src/domain/exchange/participant-rows.ts'
import * as activities from '../../../src/domain/report/activity-nomenclature.ts'
import { reportKindLabels } from '../../../src/domain/report/kinds.ts'
import * as mediation from '../../../src/domain/report/nomenclature.ts'
import { administrativeThemeLabels, themeLabels } from '../../../src/domain/report/themes.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'files.md'), 'utf8')

test('every column of a file is documented, in its order', () => {
  const rows = [...(page.split('## Codes')[0] ?? '').matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name)
  expect(rows).toEqual(columnNames)
  expect(Object.keys(participantColumns).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('every code of every nomenclature is documented', () => {
  const tables = [
    ...Object.values(activities),
    ...Object.values(mediation),
    reportKindLabels,
    themeLabels,
    administrativeThemeLabels,
  ]
  const codes = tables.flatMap((labels) => (typeof labels === 'object' ? Object.keys(labels) : []))
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})
