import type { CalendarDay } from '../../domain/calendar-day.ts'
import { sealIdSchema, type VouchRequest } from '../../domain/access/structure-months.ts'
import { addToMonth, monthOfDay, type CalendarMonth } from '../../domain/calendar-month.ts'
import { vouchableFrom } from '../../domain/seal/vouchable-from.ts'
import { latestSeals } from '../store/seals.ts'
import { readScopeState } from '../store/sync-scope-state.ts'
import type { Store } from '../store/store.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import { readMonth } from '../seals/read-month.ts'
import { standingMonth } from '../seals/read-month-to-vouch.ts'
import type { Signer } from '../seals/signer.ts'
import { vouchForMonth } from '../seals/vouch-for-month.ts'
import { writeServerDocument } from '../sync/write-server-document.ts'
import { cast } from './cast.ts'
import { townHall } from './demonstration-structures.ts'
import { seededRandom } from './seeded-random.ts'
import { seededDocumentId } from './seeded-uuid.ts'

/** Months before the running one that Chantal has vouched for; the two last that are over wait for her. */
const vouchedBack = [5, 4, 3]

/** Of these, the one in which Awa has corrected a report since. */
const correctedBack = 4

const reservation = 'Les permanences de la dernière semaine ont été reportées sur le mois suivant.'

/**
 * Vouches for some past months of the town hall as Chantal would have, each on the first day on which it could be; then
 * a report of one of them is corrected, so that it is to be reviewed. Once: not where anything was vouched for there.
 */
export async function vouchForDemonstration(
  store: Store,
  { signer, today }: { signer: Signer; today: CalendarDay },
): Promise<void> {
  if ((await latestSeals(store.db, townHall.id)).length > 0) return
  const months = vouchedBack.map((back) => addToMonth(monthOfDay(today), -back))
  for (const month of months) await vouchAsChantal(store, signer, month)
  await correctOne(store, addToMonth(monthOfDay(today), -correctedBack), today)
}

async function vouchAsChantal(store: Store, signer: Signer, month: CalendarMonth): Promise<void> {
  const day = vouchableFrom(month)
  const at = new Date(`${day}T09:30:00.000Z`)
  const asked = { person: cast.chantal.id, structure: townHall.id, month }
  const { seen, read } = await snapshotRead(store, (db) => standingMonth(db, { ...asked, today: day }))
  const left = read.anomalies.some(({ settled }) => settled === null)
  const request: VouchRequest = {
    id: sealIdSchema.parse(seededDocumentId(seededRandom(`vouched/${month}`), at)),
    seen,
    reservations: left ? [{ advisor: null, text: reservation }] : [],
  }
  await vouchForMonth({ store, signer, clock: () => at }, asked, request)
}

/** A quarter of an hour more on the first report of Awa's month. */
async function correctOne(store: Store, month: CalendarMonth, today: CalendarDay): Promise<void> {
  const asked = { person: cast.chantal.id, structure: townHall.id, month, today }
  const { posts } = await snapshotRead(store, (db) => readMonth(db, asked))
  const post = posts.find(({ advisor }) => advisor === cast.awa.id)
  const mark = post?.marks.toSorted((a, b) => (`${a.day}${a.id}` < `${b.day}${b.id}` ? -1 : 1))[0]
  if (!post || !mark) return
  await inTransaction(store, async (tx) => {
    const question = { person: cast.awa.id, ops: [], documents: [mark.id], again: [] }
    const { documents } = await readScopeState(tx, post.scope, question)
    const minutes = Math.min(1439, mark.figures.minutes + 15)
    const at = `${today}T06:00:00.000Z`
    const corrected = { collection: 'report' as const, id: mark.id, body: { ...documents[0]?.body, minutes } }
    await writeServerDocument(tx, { scope: post.scope, ...corrected, by: cast.awa.id, at })
  })
}
