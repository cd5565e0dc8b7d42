import { describe, expect, test } from 'vitest'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import {
  contractsWord,
  isRefusedByContract,
  isTakenNow,
  opsJudgedAgain,
} from '../../../src/domain/sync/judged-again.ts'
import { aDeviceDocument, aPendingOp, withOps } from '../../builders/a-device-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { anOpId } from '../../builders/an-id.ts'

const refused = { code: 'scope-closed', message: 'Non.' } as const
const renewed = { contracts: [{ starts: calendarDaySchema.parse('2026-11-13'), ends: null }], closed: false }
const word = contractsWord(renewed)
const report = aDeviceDocument({ base: aReport({ date: '2026-11-20' }) })

describe('what earlier contracts refused', () => {
  const edit = aPendingOp(3, { frozen: true, rejected: refused, set: { notes: 'un' } })

  test('is taken by a contract that holds its day', () => {
    expect(isTakenNow(withOps(report, edit), renewed)).toBe(true)
    expect(isTakenNow(withOps(report, edit), { ...renewed, closed: true })).toBe(false)
    expect(isTakenNow(withOps({ ...report, base: aReport({ date: '2026-11-12' }) }, edit), renewed)).toBe(
      false,
    )
  })

  test('waits while a later op of the same document may be on its way', () => {
    const underWay = aPendingOp(4, { kind: 'delete', set: {}, frozen: true })
    expect(isTakenNow(withOps(report, edit, underWay), renewed)).toBe(false)
  })

  test('goes again under a new id, behind what was accepted meanwhile, and so does what follows it', () => {
    const waiting = aPendingOp(2, { set: { notes: 'zéro' } })
    const later = aPendingOp(5, { set: { notes: 'deux' } })
    const again = anOpId()
    const ops = opsJudgedAgain([waiting, edit, later], word, () => again)
    expect(ops.map((op) => [op.opId, 'n' in op])).toEqual([
      [waiting.opId, true],
      [again, false],
      [later.opId, false],
    ])
    expect(ops[1]).not.toHaveProperty('rejected')
    expect(ops[1]).toMatchObject({ frozen: false, set: { notes: 'un' } })
  })

  test('I23 keeps its place in the history where it comes again after a restore: no later save joins it', () => {
    const accepted = { at: '2026-11-20T10:00:00.000Z', contested: false }
    const [op] = opsJudgedAgain([{ ...edit, accepted }], word, anOpId)
    expect(op).toMatchObject({ frozen: true, accepted, set: { notes: 'un' } })
  })

  test('is judged once by the same contracts, however often they are told', () => {
    const outside = { ...edit, rejected: { ...refused, code: 'outside-contract' } }
    expect(isRefusedByContract(outside, word)).toBe(true)
    expect(isRefusedByContract({ ...outside, judgedBy: word }, word)).toBe(false)
    expect(isRefusedByContract({ ...edit, judgedBy: word }, word)).toBe(true)
    expect(
      isRefusedByContract({ ...edit, judgedBy: word }, contractsWord({ ...renewed, closed: true })),
    ).toBe(true)
  })
})
