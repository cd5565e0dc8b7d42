import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, type CoopDatabase } from '../../../src/app/data/database.ts'
import { DatabaseProvider } from '../../../src/app/data/react/database-context.ts'
import { saveDocument } from '../../../src/app/data/save-document.ts'
import { useDeviceFacts } from '../../../src/app/shell/use-device-facts.ts'
import { aDocumentId, aPersonId, aScopeId } from '../../builders/an-id.ts'
import { aReport } from '../../builders/a-report.ts'

let db: CoopDatabase
let usage: number

beforeEach(() => {
  db = openDatabase(aPersonId())
  usage = 79
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ usage, quota: 100 }) } })
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await db.delete()
})

test('the save that fills four fifths of the room is followed by a warning (P16)', async () => {
  const facts = open()
  await waitFor(() => expect(facts.current).toEqual({ canKeep: true, nearlyFull: false }))
  usage = 81
  await saveDocument(db, { scope: aScopeId(), collection: 'report', id: aDocumentId(), body: aReport() })
  await waitFor(() => expect(facts.current.nearlyFull).toBe(true))
})

test('room that was made while the app was hidden ends the warning', async () => {
  usage = 81
  const facts = open()
  await waitFor(() => expect(facts.current.nearlyFull).toBe(true))
  usage = 20
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(facts.current.nearlyFull).toBe(false))
})

function open() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DatabaseProvider value={db}>{children}</DatabaseProvider>
  )
  return renderHook(() => useDeviceFacts(), { wrapper }).result
}
