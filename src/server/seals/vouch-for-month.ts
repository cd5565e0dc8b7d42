import { randomBytes } from 'node:crypto'
import type { MonthToVouch, VouchRequest } from '../../domain/access/structure-months.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import {
  sealText,
  vouchingSentence,
  type Reservation,
  type SealContent,
} from '../../domain/seal/seal-content.ts'
import { sumOfFigures } from '../../domain/seal/month-figures.ts'
import { sealCodeOf, sealCodeRandomLength } from '../../domain/seal/seal-code.ts'
import { sealedForm } from '../../domain/seal/sealed-report.ts'
import { nameOfPerson } from '../store/people.ts'
import { addSeal, type NewSeal, type StoredSeal } from '../store/seals.ts'
import { keepSigningKey } from '../store/signing-keys.ts'
import { inTransaction, snapshotRead } from '../store/transaction.ts'
import type { MonthAsked, MonthReadBy } from './read-month.ts'
import { monthToVouch, standingMonth, type StandingMonth } from './read-month-to-vouch.ts'
import type { SealService } from './seal-service.ts'
import type { SigningKey } from './signer.ts'

/**
 * Keeps the word of a *responsable* on a month as they read it, signed: read over one unchanging picture of the
 * database, whatever arrives meanwhile. The same word sent twice is given once. Throws `too-early-to-vouch`,
 * `month-changed` where it isn't any more what they read, `already-vouched` where somebody was quicker or nothing
 * changed since, and `forbidden` where they don't answer for the structure any more.
 */
export async function vouchForMonth(
  service: SealService,
  asked: MonthAsked & Pick<MonthReadBy, 'person'>,
  request: VouchRequest,
): Promise<MonthToVouch> {
  const { store, clock } = service
  const now = clock()
  const question = { ...asked, today: frenchDayOf(now) }
  const standing = await snapshotRead(store, (db) => standingMonth(db, question))
  const isSentAgain = standing.seals.some(({ id, by }) => id === request.id && by === asked.person)
  if (isSentAgain) return monthToVouch(standing, now.toISOString())
  refuseUnready(standing, request)
  const seal = await keepSeal(service, { standing, asked, request, now })
  return monthToVouch(asVouched(standing, seal), now.toISOString())
}

function refuseUnready({ standing, seen, vouchableFrom, read }: StandingMonth, request: VouchRequest): void {
  if (standing === 'not-yet') throw new CodedError('too-early-to-vouch', { from: vouchableFrom })
  if (standing === 'vouched') throw new CodedError('already-vouched')
  if (seen !== request.seen) throw new CodedError('month-changed')
  const known = new Set<string>(read.lines.map(({ advisor }) => advisor))
  if (request.reservations.some(({ advisor }) => advisor !== null && !known.has(advisor))) {
    throw new CodedError('invalid-request', { field: 'reservations' })
  }
}

interface Keeping {
  readonly standing: StandingMonth
  readonly asked: MonthAsked & Pick<MonthReadBy, 'person'>
  readonly request: VouchRequest
  readonly now: Date
}

async function keepSeal({ store, signer }: SealService, keeping: Keeping): Promise<StoredSeal> {
  const { asked, now } = keeping
  const key = await signer()
  const byName = await nameOfPerson(store.db, asked.person)
  const seal = newSeal(keeping, key, byName)
  const outcome = await inTransaction(store, async (tx) => {
    // Kept before it signs anything: a seal whose key isn't published can't be.
    await keepSigningKey(tx, { id: key.id, publicKey: key.publicKey, since: now.toISOString() })
    return addSeal(tx, seal)
  })
  switch (outcome) {
    case 'kept':
      return { ...seal, byName }
    case 'taken':
      throw new CodedError('already-vouched')
    case 'not-responsable':
      throw new CodedError('forbidden')
  }
}

/** The month as it was vouched for: what arrived meanwhile is told when it is read next. */
function asVouched(standing: StandingMonth, seal: StoredSeal): StandingMonth {
  const nothing = { reports: [], left: 0, figures: sumOfFigures([]) }
  return { ...standing, standing: 'vouched', seals: [seal, ...standing.seals], changes: nothing }
}

function newSeal({ standing, asked, request, now }: Keeping, key: SigningKey, byName: string): NewSeal {
  const { read, posts, sum, seals } = standing
  const number = (seals[0]?.number ?? 0) + 1
  const code = sealCodeOf([...randomBytes(sealCodeRandomLength)])
  const content: SealContent = {
    ...read,
    form: sealedForm,
    code,
    number,
    sealedAt: now.toISOString(),
    sealedOn: frenchDayOf(now),
    by: { id: asked.person, name: byName },
    sentence: vouchingSentence,
    reservations: inOrder(request.reservations),
    sum,
    key: key.id,
  }
  const text = sealText(content)
  return {
    id: request.id,
    structure: asked.structure,
    month: asked.month,
    number,
    code,
    by: asked.person,
    at: content.sealedAt,
    key: key.id,
    content: text,
    signature: key.sign(text),
    lines: posts,
  }
}

/** Those on the whole month first. */
function inOrder(reservations: readonly Reservation[]): Reservation[] {
  return [
    ...reservations.filter(({ advisor }) => advisor === null),
    ...reservations.filter(({ advisor }) => advisor !== null),
  ]
}
