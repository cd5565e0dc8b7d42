import { devicesBySilence, openMatters } from '../store/operations.ts'
import type { Store } from '../store/store.ts'
import { retriedRead } from '../store/transaction.ts'
import type { Standing } from './metrics.ts'

const dayMs = 86_400_000

/** Spans of silence: each label, and the days after which the next one begins. */
const spans = [
  { silent: 'under-1-day', days: 1 },
  { silent: '1-to-5-days', days: 5 },
  { silent: '5-to-30-days', days: 30 },
  { silent: 'over-30-days', days: Infinity },
]

/** How devices and what is open stand now, in numbers. */
export async function readStanding(store: Store, now: Date): Promise<Standing> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs).toISOString()
  const limits = spans.filter(({ days }) => Number.isFinite(days)).map(({ days }) => before(days))
  const found = await retriedRead(store, (db) => devicesBySilence(db, limits))
  const matters = await retriedRead(store, (db) => openMatters(db, before(1)))
  const devices = spans.map(({ silent }, index) => {
    const { devices: count = 0, queued = 0 } = found.find(({ span }) => span === index) ?? {}
    return { silent, devices: count, queued }
  })
  return { devices, ...matters }
}
