import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { badgeCount } from '../../../src/app/data/badge-count.ts'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { DatabaseProvider } from '../../../src/app/data/react/database-context.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { todayHere } from '../../../src/app/data/today.ts'
import { useAppBadge } from '../../../src/app/shell/use-app-badge.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'

let db: CoopDatabase
const set = vi.fn<(count: number) => Promise<void>>()
const clear = vi.fn<() => Promise<void>>()

beforeEach(() => {
  db = openDatabase(aPersonId())
  set.mockReset().mockResolvedValue()
  clear.mockReset().mockResolvedValue()
  vi.stubGlobal('navigator', { setAppBadge: set, clearAppBadge: clear })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await db.delete()
})

test('I25 the icon counts what waits and what is to correct, and nothing once the person is gone', async () => {
  await saves()
  await saves()
  const refused = await db.outbox.toCollection().first()
  await db.outbox.update(refused?.n ?? 0, { rejected: { code: 'invalid', message: 'À corriger.' } })
  const { unmount } = open()
  await waitFor(() => expect(set).toHaveBeenLastCalledWith(2))
  await db.outbox.clear()
  await waitFor(() => expect(clear).toHaveBeenCalledTimes(1))
  unmount()
  expect(clear).toHaveBeenCalledTimes(2)
})

test('the service worker, which has no tab’s storage, counts the same', async () => {
  await saves()
  const count = () => badgeCount(db, { now: Date.now(), today: todayHere() }, 0)
  const inPage = await count()
  vi.stubGlobal('sessionStorage', undefined)
  expect([inPage, await count()]).toEqual([1, 1])
})

test('a browser that refuses a badge breaks nothing', async () => {
  set.mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  await saves()
  open()
  await waitFor(() => expect(set).toHaveBeenCalledWith(1))
})

function open() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DatabaseProvider value={db}>{children}</DatabaseProvider>
  )
  return renderHook(() => useAppBadge(), { wrapper })
}

async function saves(): Promise<void> {
  await saveDocument(db, { scope: aScopeId(), collection: 'report', id: aDocumentId(), body: aReport() })
}
