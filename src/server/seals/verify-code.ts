import type { VerifiedSeal } from '../../domain/access/structure-months.ts'
import { frenchDayOf } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { readSealCode } from '../../domain/seal/seal-code.ts'
import type { SealContent } from '../../domain/seal/seal-content.ts'
import { sumOfLines } from '../../domain/seal/month-of-lines.ts'
import { sealByCode, sealsOfMonth, type StoredSeal } from '../store/seals.ts'
import { signingKeys } from '../store/signing-keys.ts'
import type { Store } from '../store/store.ts'
import type { Db } from '../store/tables.ts'
import { snapshotRead } from '../store/transaction.ts'
import { structureName } from '../store/structure-name.ts'
import { markedLines } from './read-month.ts'
import { verifySeal } from './verify-seal.ts'

/** Characters of the sum that are shown, and printed on the attestation. */
export const sumShown = 16

/**
 * What anybody is told who has a seal's code, as they typed it. Throws `seal-code-mistyped` where a character is wrong,
 * and `seal-unknown` where no seal has it.
 */
export async function verifyCode(store: Store, typed: string): Promise<VerifiedSeal> {
  const reading = readSealCode(typed)
  if (reading.kind !== 'code') throw new CodedError('seal-code-mistyped')
  return snapshotRead(store, async (db) => {
    const seal = await sealByCode(db, reading.code)
    if (!seal) throw new CodedError('seal-unknown')
    return verified(db, seal)
  })
}

async function verified(db: Db, seal: StoredSeal): Promise<VerifiedSeal> {
  const { structure, month, number } = seal
  const verdict = verifySeal(seal, await signingKeys(db))
  const content = verdict.kind === 'genuine' && isOf(seal, verdict.content) ? verdict.content : undefined
  const [latest] = await sealsOfMonth(db, seal)
  return {
    structureName: content?.structure.name ?? (await structureName(db, structure)),
    month,
    sealedOn: content?.sealedOn ?? frenchDayOf(new Date(seal.at)),
    number,
    sum: (content?.sum ?? '').slice(0, sumShown),
    isGenuine: content !== undefined,
    holds: content !== undefined && sumOfLines(await markedLines(db, seal)) === content.sum,
    isReplaced: latest !== undefined && latest.number > number,
  }
}

/** A genuine content under another seal's code or month is a forgery too. */
function isOf(seal: StoredSeal, content: SealContent): boolean {
  return (
    content.code === seal.code &&
    content.month === seal.month &&
    content.structure.id === seal.structure &&
    content.number === seal.number
  )
}
