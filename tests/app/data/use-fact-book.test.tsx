import { renderHook, waitFor } from '@testing-library/react'
import { Dexie } from 'dexie'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { DatabaseProvider } from '../../../src/app/data/react/database-context.ts'
import { useFactBook } from '../../../src/app/data/react/use-fact-book.ts'
import { newWorldForEachTest, phone } from './sync-world.ts'

vi.mock('../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.reject(new Error('none')),
}))

newWorldForEachTest()

const wrapper = ({ children }: { children: ReactNode }) => (
  <DatabaseProvider value={phone.db}>{children}</DatabaseProvider>
)

test('a book that a report made incomplete while its months were being made is made again', async () => {
  const months = ['04', '05', '06', '07', '08', '09', '10'].map((month) => `2026-${month}`)
  for (const month of months) await phone.files({ date: `${month}-10` })
  // As the last month is being made, a report comes to the first: it takes away what was made in an earlier transaction.
  let coming: Promise<unknown> | undefined
  phone.db.fact.hook('creating', (month) => {
    if (month === months.at(-1))
      coming ??= Dexie.ignoreTransaction(() => phone.files({ date: `${months[0]}-11` }))
  })
  const { result } = renderHook(() => useFactBook(), { wrapper })
  await waitFor(() => expect(result.current?.facts).toHaveLength(months.length + 1))
  await coming
  expect(coming).toBeDefined()
})
