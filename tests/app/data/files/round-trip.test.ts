import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { isOwnFile } from '../../../../src/domain/exchange/columns.ts'
import { LineIdentities } from '../../../../src/domain/exchange/line-identity.ts'
import { ownLayout } from '../../../../src/domain/exchange/match-columns.ts'
import { readReportLine } from '../../../../src/domain/exchange/read-report-line.ts'
import type { DocumentId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { validateBody } from '../../../../src/domain/sync/validate-body.ts'
import { reportSheets } from '../../../../src/app/data/export-own.ts'
import { readFile } from '../../../../src/app/data/files/read-file.ts'
import { csvText } from '../../../../src/app/data/files/write-csv.ts'
import { xlsxFile } from '../../../../src/app/data/files/write-xlsx.ts'
import type { ImportedDocument } from '../../../../src/app/data/import-part.ts'
import { beginImport, continueImport } from '../../../../src/app/data/imports.ts'
import { openDatabase, type CoopDatabase } from '../../../../src/app/data/database.ts'
import { anyReport } from '../../../builders/any-report.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../../builders/an-id.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'

const scope = aScopeId()
const never = { signal: new AbortController().signal, onProgress: () => undefined }
let databases = 0

async function onNewDevice<T>(use: (db: CoopDatabase) => Promise<T>): Promise<T> {
  databases += 1
  const db = openDatabase(aPersonId(), `round-trip-${databases}`)
  try {
    return await use(db)
  } finally {
    await db.delete()
  }
}

async function exported(
  bodies: ReadonlyMap<DocumentId, JsonObject>,
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  return onNewDevice(async (db) => {
    for (const [id, body] of bodies) await saveDocument(db, { scope, collection: 'report', id, body })
    const { activities, participants } = await reportSheets(db, new Map([[scope, 'Mairie']]))
    if (format === 'csv') return new TextEncoder().encode(csvText(activities.heads, activities.rows))
    return new Uint8Array(await (await xlsxFile([activities, participants])).arrayBuffer())
  })
}

async function documentsIn(file: Uint8Array): Promise<ImportedDocument[]> {
  const read = await readFile(file)
  if (!('table' in read)) throw new Error('the file is no table')
  const { heads, rows } = read.table
  expect(isOwnFile(heads)).toBe(true)
  const context = {
    layout: ownLayout(heads),
    today: '2026-11-25' as CalendarDay,
    scope,
    ownScopes: new Set([scope]),
    identities: new LineIdentities(),
  }
  return rows.map(({ cells }) => {
    const outcome = readReportLine({ heads, cells }, context)
    if (!outcome.comes) throw new Error(JSON.stringify(outcome.problems))
    return { ...outcome, collection: 'report' }
  })
}

test.each(['csv', 'xlsx'] as const)(
  'reports taken out as %s and brought in on an empty device, twice, are equal and not doubled',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReport, { minLength: 1, maxLength: 8 }), async (generated) => {
        const valid = generated.filter((body) => validateBody('report', { ...body, imported: true }).valid)
        fc.pre(valid.length > 0)
        const bodies = new Map(valid.map((body) => [aDocumentId(), body]))
        const documents = await documentsIn(await exported(bodies, format))
        await onNewDevice(async (db) => {
          for (const _ of [1, 2]) {
            await beginImport(db, documents)
            await continueImport(db, never)
          }
          const rows = await db.report.toArray()
          const expected = new Map([...bodies].map(([id, body]) => [id, { ...body, imported: true }]))
          expect(new Map(rows.map(({ id, body }) => [id, body]))).toEqual(expected)
          expect(await db.outbox.count()).toBe(bodies.size)
        })
      }),
      { numRuns: 25 },
    )
  },
  60_000,
)
