import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { DatabaseProvider, useDatabase } from '../../../src/app/data/react/database-context.ts'
import { usePlaces } from '../../../src/app/data/react/use-places.ts'
import { useReport } from '../../../src/app/data/react/use-report.ts'
import { useReports } from '../../../src/app/data/react/use-reports.ts'
import { useSession } from '../../../src/app/data/react/use-session.ts'
import { useSyncStatus } from '../../../src/app/data/react/use-sync-status.ts'
import { addPlace } from '../../../src/app/data/places.ts'
import { sessionStore } from '../../../src/app/data/session-store.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { newWorldForEachTest, phone, scope } from './sync-world.ts'

newWorldForEachTest()

const wrapper = ({ children }: { children: ReactNode }) => (
  <DatabaseProvider value={phone.db}>{children}</DatabaseProvider>
)

describe('what a page shows', () => {
  test('I25 follows saves and answers without being asked', async () => {
    const { result } = renderHook(() => ({ reports: useReports(5), status: useSyncStatus() }), { wrapper })
    await waitFor(() => expect(result.current).toMatchObject({ reports: [], status: { pending: 0 } }))
    await phone.files()
    await waitFor(() =>
      expect(result.current).toMatchObject({ reports: [{ mark: 'on-device' }], status: { pending: 1 } }),
    )
    await phone.settles()
    await waitFor(() =>
      expect(result.current).toMatchObject({
        reports: [{ mark: 'sent' }],
        status: { pending: 0, phase: 'idle' },
      }),
    )
  })

  test('of one report is null where the device has none, and follows it', async () => {
    const id = aDocumentId()
    const { result } = renderHook(() => useReport(id), { wrapper })
    await waitFor(() => expect(result.current).toBeNull())
    await phone.files({ notes: 'là' }, id)
    await waitFor(() => expect(result.current?.report.notes).toBe('là'))
  })

  test('of places is a scope’s own', async () => {
    const { result } = renderHook(() => ({ own: usePlaces(scope), none: usePlaces(undefined) }), { wrapper })
    await addPlace(phone.db, scope, { name: 'Médiathèque', commune: '09261' })
    await waitFor(() => expect(result.current.own).toMatchObject([{ name: 'Médiathèque' }]))
    expect(result.current.none).toEqual([])
  })

  test('of the session follows what the server says', () => {
    const { result } = renderHook(() => useSession())
    act(() => sessionStore.change({ state: 'signed-out' }))
    expect(result.current.state).toBe('signed-out')
  })

  test('needs a database', () => {
    expect(() => renderHook(() => useDatabase())).toThrow('DatabaseProvider')
  })
})
