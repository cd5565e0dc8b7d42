import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { askToSendLater } from '../../../src/app/data/send-later.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'

let db: CoopDatabase
const register = vi.fn<(tag: string) => Promise<void>>()

beforeEach(() => {
  db = openDatabase(aPersonId())
  register.mockReset().mockResolvedValue()
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await db.delete()
})

test('a save that waits is asked for under the person’s own tag', async () => {
  hasWorker({ sync: { register } })
  await savesOffline()
  expect(await askToSendLater(db)).toBe(true)
  expect(register).toHaveBeenCalledExactlyOnceWith(`send:${db.personId}`)
})

test('with nothing that waits nothing is asked', async () => {
  hasWorker({ sync: { register } })
  expect(await askToSendLater(db)).toBe(false)
  await savesOffline()
  await db.outbox.toCollection().modify((op) => {
    Object.assign(op, { rejected: { code: 'invalid', message: 'À corriger.' } })
  })
  expect(await askToSendLater(db)).toBe(false)
  expect(register).not.toHaveBeenCalled()
})

test.each([
  ['a browser that has no such thing', () => hasWorker({})],
  ['a page without a service worker', () => hasWorker(undefined)],
  ['a browser without service workers', () => vi.stubGlobal('navigator', {})],
  [
    'a browser that refuses',
    () => {
      register.mockRejectedValue(new DOMException('denied', 'NotAllowedError'))
      hasWorker({ sync: { register } })
    },
  ],
])('%s is no error', async (_name, given) => {
  await savesOffline()
  given()
  expect(await askToSendLater(db)).toBe(false)
})

async function savesOffline(): Promise<void> {
  await saveDocument(db, { scope: aScopeId(), collection: 'report', id: aDocumentId(), body: aReport() })
}

function hasWorker(registration: object | undefined): void {
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: () => Promise.resolve(registration) } })
}
