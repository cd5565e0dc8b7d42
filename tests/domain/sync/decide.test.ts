import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/domain/json.ts'
import { decide, type DecisionFacts, type Verdict } from '../../../src/domain/sync/decide.ts'
import { maxOpBytes, schemaVersion } from '../../../src/domain/sync/limits.ts'
import type { Op } from '../../../src/domain/sync/op.ts'
import { rejections, type RejectionCode } from '../../../src/domain/sync/rejection.ts'
import type { StoredDocument } from '../../../src/domain/sync/stored-document.ts'
import { aReport } from '../../builders/a-report.ts'
import { aStoredDocument } from '../../builders/a-stored-document.ts'
import { anOpId, aPersonId } from '../../builders/an-id.ts'
import { anOp } from '../../builders/an-op.ts'
import { day, decisionFacts } from '../../builders/decision-facts.ts'

const awa = aPersonId()
const bruno = aPersonId()

/** A report of Awa's at revision 4, last saved on 20 November at 9 UTC. */
function stored(fields: Partial<StoredDocument> = {}): StoredDocument {
  return aStoredDocument({ rev: 4, seq: 31, editedBy: awa, ...fields })
}

/** An op on that report, by default a save of Awa's three days later. */
function edit(current: StoredDocument, fields: Partial<Op>): Op {
  return anOp({
    scope: current.scope,
    id: current.id,
    kind: 'patch',
    baseRev: current.rev,
    set: {},
    ...fields,
  })
}

function decided(op: Op, current: StoredDocument | undefined, facts: Partial<DecisionFacts> = {}): Verdict {
  return decide(op, current, decisionFacts({ person: awa, ...facts }))
}

function refusal(code: RejectionCode, field?: string): Verdict {
  return { status: 'rejected', error: { code, message: rejections[code], ...(field ? { field } : {}) } }
}

describe('a report that the server does not have', () => {
  test('a put creates revision 1 with the whole body, its day and its author', () => {
    const op = anOp()
    expect(decided(op, undefined)).toEqual({
      status: 'applied',
      write: {
        rev: 1,
        state: 'live',
        body: aReport(),
        day: '2026-11-20',
        schema: schemaVersion,
        editedAt: op.at,
        editedBy: awa,
        setFields: aReport(),
      },
    })
  })

  test('a put keeps no null: an absent field is absent', () => {
    const verdict = decided(anOp({ set: aReport({ procedureName: null }) }), undefined)
    expect(verdict).toMatchObject({ write: { body: aReport(), setFields: aReport() } })
  })

  test('a delete is already done', () => {
    expect(decided(anOp({ kind: 'delete', set: {} }), undefined)).toEqual({ status: 'applied' })
  })

  test('a patch asks for the whole report: the server lost it', () => {
    expect(decided(anOp({ kind: 'patch', set: { minutes: 30 } }), undefined)).toEqual({ status: 'need-full' })
  })

  test('an erase leaves an erased document at revision 1, so that no later op brings it in', () => {
    const op = anOp({ kind: 'erase', set: {} })
    expect(decided(op, undefined)).toEqual({
      status: 'erased',
      write: {
        rev: 1,
        state: 'erased',
        body: {},
        day: undefined,
        schema: schemaVersion,
        editedAt: op.at,
        editedBy: awa,
        setFields: {},
      },
    })
  })
})

describe('an edit of a report', () => {
  test('I10 of the revision that was seen takes the next revision', () => {
    const current = stored()
    const op = edit(current, { set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toEqual({
      status: 'applied',
      write: {
        rev: 5,
        state: 'live',
        body: aReport({ minutes: 60 }),
        day: '2026-11-20',
        schema: schemaVersion,
        editedAt: op.at,
        editedBy: awa,
        setFields: { minutes: 60 },
      },
    })
  })

  test('that changes nothing is applied and writes nothing', () => {
    const current = stored()
    const op = edit(current, { baseRev: 2, set: { minutes: 45 }, base: { minutes: 30 } })
    expect(decided(op, current)).toEqual({ status: 'applied' })
  })

  test('I9 of other fields than those changed meanwhile is merged', () => {
    const current = stored({ body: aReport({ notes: 'Venue avec sa fille.' }) })
    const op = edit(current, { baseRev: 3, set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toMatchObject({
      status: 'merged',
      write: {
        rev: 5,
        body: aReport({ minutes: 60, notes: 'Venue avec sa fille.' }),
        setFields: { minutes: 60 },
      },
    })
  })

  test('I8 of the same field, later by the same author, wins and keeps the other value as lost', () => {
    const current = stored({ body: aReport({ minutes: 30 }) })
    const op = edit(current, { baseRev: 3, set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toMatchObject({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 30 } },
      write: { rev: 5, body: aReport({ minutes: 60 }), setFields: { minutes: 60 } },
    })
  })

  test('I8 of the same field, earlier by its clock, keeps what is there and is itself kept as lost', () => {
    const current = stored({ body: aReport({ minutes: 30 }) })
    const earlier = { at: '2026-11-20T08:59:59.999Z' }
    const op = edit(current, { ...earlier, baseRev: 3, set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 60 } },
    })
  })

  test('I8 of the same field by another author keeps what is there, whatever the clocks', () => {
    const current = stored({ body: aReport({ minutes: 30 }), editedBy: bruno })
    const op = edit(current, { baseRev: 3, set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 60 } },
    })
  })

  test('I8 takes what nobody else changed even where another field of the op loses', () => {
    const current = stored({ body: aReport({ minutes: 30 }), editedBy: bruno })
    const op = edit(current, {
      baseRev: 3,
      set: { minutes: 60, notes: 'À rappeler.' },
      base: { minutes: 45, notes: null },
    })
    expect(decided(op, current)).toMatchObject({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 60 } },
      write: { body: aReport({ minutes: 30, notes: 'À rappeler.' }), setFields: { notes: 'À rappeler.' } },
    })
  })

  test('I18 keeps a field that the device never heard of, and the newest schema that wrote it', () => {
    const current = stored({ body: aReport({ weather: 'sunny' }), schema: schemaVersion + 1 })
    const op = edit(current, { set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toMatchObject({
      write: { body: aReport({ minutes: 60, weather: 'sunny' }), schema: schemaVersion + 1 },
    })
  })

  test('I17 never lets the time of the last save go back', () => {
    const current = stored({ editedAt: '2036-01-01T00:00:00.000Z' })
    const op = edit(current, { set: { minutes: 60 }, base: { minutes: 45 } })
    expect(decided(op, current)).toMatchObject({ write: { editedAt: '2036-01-01T00:00:00.000Z' } })
  })

  test('a put over a report that is there collides with what its base does not know', () => {
    const current = stored({ body: aReport({ minutes: 30 }) })
    const op = edit(current, { kind: 'put', baseRev: 0, set: aReport({ minutes: 60 }) })
    expect(decided(op, current)).toMatchObject({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 30 } },
      write: { setFields: { minutes: 60 } },
    })
  })

  test('a put of what is already there changes nothing: a restore and a second sending are harmless', () => {
    const current = stored()
    expect(decided(edit(current, { kind: 'put', baseRev: 0, set: aReport() }), current)).toEqual({
      status: 'applied',
    })
  })
})

describe('an invalid result', () => {
  test('of an edit alone is refused, with the field that is wrong', () => {
    const current = stored()
    const op = edit(current, { set: { minutes: 4 }, base: { minutes: 45 } })
    expect(decided(op, current)).toEqual({
      status: 'rejected',
      error: {
        code: 'invalid',
        field: 'minutes',
        message: 'Indiquez une durée en minutes entières, de 5 minutes à 23 h 59.',
      },
    })
  })

  test('of a creation is refused in French, whatever the field', () => {
    const verdict = decided(anOp({ set: aReport({ notesShared: 'oui' }) }), undefined)
    expect(verdict).toEqual({
      status: 'rejected',
      error: { code: 'invalid', field: 'notesShared', message: rejections.invalid },
    })
  })

  test('I28 of two valid edits that do not fit leaves the report as it is and keeps the whole op', () => {
    const current = stored({ body: aReport({ themes: ['email'] }) })
    const set = { administrativeThemes: ['logement'] }
    const op = edit(current, { baseRev: 3, set, base: { administrativeThemes: null } })
    expect(decided(op, current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'invalid-merge', lost: set },
    })
  })

  test('of an unknown value waits when the device is newer than the server', () => {
    const op = anOp({ set: aReport({ themes: ['metavers'] }) })
    expect(decided(op, undefined, { schema: schemaVersion + 1 })).toEqual({ status: 'deferred' })
  })

  test('of an unknown value is refused when the device is not newer', () => {
    const op = anOp({ set: aReport({ themes: ['metavers'] }) })
    expect(decided(op, undefined)).toMatchObject({
      status: 'rejected',
      error: { code: 'invalid', field: 'themes.0', message: 'Choisissez une valeur de la liste.' },
    })
  })

  test('of a kind of activity that does not exist is refused by its field', () => {
    expect(decided(anOp({ set: aReport({ kind: 'concert' }) }), undefined)).toEqual({
      status: 'rejected',
      error: { code: 'invalid', field: 'kind', message: rejections.invalid },
    })
  })
})

describe('a delete', () => {
  test('of the revision that was seen leaves a tombstone with the body, at the next revision', () => {
    const current = stored()
    const op = edit(current, { kind: 'delete' })
    expect(decided(op, current)).toMatchObject({
      status: 'applied',
      write: { rev: 5, state: 'deleted', body: aReport(), day: '2026-11-20', setFields: {} },
    })
  })

  test('I21 of an older revision is refused: the edit that it had not seen wins', () => {
    const current = stored()
    expect(decided(edit(current, { kind: 'delete', baseRev: 3 }), current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'delete-vs-edit', lost: {} },
    })
  })

  test('of a deleted report changes nothing', () => {
    const current = stored({ state: 'deleted' })
    expect(decided(edit(current, { kind: 'delete', baseRev: 1 }), current)).toEqual({ status: 'applied' })
  })

  test('I21 is undone by an edit, even one that changes nothing else', () => {
    const current = stored({ state: 'deleted' })
    const op = edit(current, { baseRev: 3, set: { minutes: 45 }, base: { minutes: 45 } })
    expect(decided(op, current)).toMatchObject({
      status: 'merged',
      write: { rev: 5, state: 'live', body: aReport(), setFields: {} },
    })
  })

  test('I13 of a report whose day is in no contract is refused', () => {
    const current = stored({ body: aReport({ date: '2024-12-31' }) })
    expect(decided(edit(current, { kind: 'delete' }), current)).toEqual(refusal('outside-contract', 'date'))
  })
})

describe('an erase', () => {
  test('I27 empties the document at the next revision, whatever revision was seen', () => {
    const current = stored()
    const op = edit(current, { kind: 'erase', baseRev: 0 })
    expect(decided(op, current)).toMatchObject({
      status: 'erased',
      write: { rev: 5, state: 'erased', body: {}, day: undefined, setFields: {} },
    })
  })

  test('needs no contract: the right to be forgotten does not end with one', () => {
    const current = stored()
    const closed = { contracts: [{ starts: day('2020-01-01'), ends: day('2020-12-31') }] }
    expect(decided(edit(current, { kind: 'erase' }), current, closed).status).toBe('erased')
  })

  test('of an erased document changes nothing', () => {
    const current = stored({ state: 'erased', body: {} })
    expect(decided(edit(current, { kind: 'erase' }), current)).toEqual({ status: 'applied' })
  })

  test.each(['put', 'patch', 'delete'] as const)('I27 is final: a %s of the id is refused', (kind) => {
    const current = stored({ state: 'erased', body: {} })
    expect(decided(edit(current, { kind, set: aReport() }), current)).toEqual(refusal('erased'))
  })

  test('I27 holds after a restore that lost the document but not the list', () => {
    expect(decided(anOp(), undefined, { erased: true })).toEqual(refusal('erased'))
  })

  test('of a collection that the server does not know leaves no document', () => {
    const op = anOp({ kind: 'erase', collection: 'rendez-vous', set: {} })
    expect(decided(op, undefined)).toEqual(refusal('unknown-schema'))
  })
})

describe('the right to write', () => {
  test.each(['put', 'patch', 'delete', 'erase'] as const)(
    'I13 a %s without a write grant is refused',
    (kind) => {
      const current = stored()
      const op = edit(current, { kind, set: { minutes: 60 } })
      expect(decided(op, current, { canWrite: false })).toEqual(refusal('no-access'))
    },
  )

  test('I13 the day of the activity must be in a contract', () => {
    const contracts = [
      { starts: day('2025-01-06'), ends: day('2025-12-31') },
      { starts: day('2026-03-02'), ends: null },
    ]
    const verdictOn = (date: string) => decided(anOp({ set: aReport({ date }) }), undefined, { contracts })
    expect(verdictOn('2025-01-05')).toEqual(refusal('outside-contract', 'date'))
    expect(verdictOn('2025-01-06').status).toBe('applied')
    expect(verdictOn('2025-12-31').status).toBe('applied')
    expect(verdictOn('2026-01-01')).toEqual(refusal('outside-contract', 'date'))
    expect(verdictOn('2026-03-02').status).toBe('applied')
  })

  test('I13 an edit cannot move a report out of every contract', () => {
    const current = stored()
    const op = edit(current, { set: { date: '2024-05-01' }, base: { date: '2026-11-20' } })
    expect(decided(op, current)).toEqual(refusal('outside-contract', 'date'))
  })

  test('an old day is never refused for its age', () => {
    const contracts = [{ starts: day('2019-01-01'), ends: null }]
    const op = anOp({ set: aReport({ date: '2019-02-03' }) })
    expect(decided(op, undefined, { contracts }).status).toBe('applied')
  })

  test('a day is in the future from the third day ahead', () => {
    const verdictOn = (date: string) => decided(anOp({ set: aReport({ date }) }), undefined)
    expect(verdictOn('2026-11-25').status).toBe('applied')
    expect(verdictOn('2026-11-26')).toEqual(refusal('date-in-future', 'date'))
  })

  test('a scope closes on the 91st day after its last contract', () => {
    const contracts = [{ starts: day('2025-01-06'), ends: day('2026-08-25') }]
    const op = anOp({ set: aReport({ date: '2026-08-20' }) })
    expect(decided(op, undefined, { contracts, today: day('2026-11-23') }).status).toBe('applied')
    expect(decided(op, undefined, { contracts, today: day('2026-11-24') })).toEqual(refusal('scope-closed'))
  })

  test('a scope without any contract takes nothing', () => {
    expect(decided(anOp(), undefined, { contracts: [] })).toEqual(refusal('scope-closed'))
  })

  test('a place has no day, and needs only a scope that is open', () => {
    const op = anOp({ collection: 'place', set: { name: 'Mairie', commune: '09261' } })
    expect(decided(op, undefined)).toMatchObject({ status: 'applied', write: { day: undefined } })
  })
})

describe('what cannot be stored', () => {
  const notes = (bytes: number): JsonObject => ({ notes: 'é'.repeat(bytes / 2) })

  test('an op over 64 KB is too large, counted in bytes', () => {
    const current = stored()
    const op = edit(current, { set: notes(maxOpBytes), base: {} })
    expect(decided(op, current)).toEqual(refusal('too-large'))
  })

  test('a document that grew past 64 KB by fields of newer versions takes no more', () => {
    const current = stored({ body: aReport({ attic: 'x'.repeat(50 * 1024) }) })
    const op = edit(current, { set: { cellar: 'x'.repeat(20 * 1024) } })
    expect(decided(op, current)).toEqual(refusal('too-large'))
  })

  test('a collection that the server does not know is refused, or waits if the device is newer', () => {
    const op = anOp({ collection: 'rendez-vous' })
    expect(decided(op, undefined)).toEqual(refusal('unknown-schema'))
    expect(decided(op, undefined, { schema: schemaVersion + 1 })).toEqual({ status: 'deferred' })
  })

  test('an id cannot change collection', () => {
    const current = stored()
    const op = edit(current, { collection: 'place', set: { name: 'Mairie', commune: '09261' } })
    expect(decided(op, current)).toEqual(refusal('unknown-schema'))
  })
})

describe('a settlement of conflicts', () => {
  const settlement = (current: StoredDocument, fields: Partial<Op> = {}) =>
    edit(current, { set: {}, resolves: [anOpId()], ...fields })

  test('writes nothing, whatever became of the report', () => {
    const current = stored()
    expect(decided(settlement(current), current)).toEqual({ status: 'applied' })
    expect(decided(settlement(current, { baseRev: 1 }), current)).toEqual({ status: 'applied' })
    expect(decided(settlement(current), undefined)).toEqual({ status: 'applied' })
  })

  test('I21 does not bring a deleted report back, where an edit of nothing does', () => {
    const deleted = stored({ state: 'deleted' })
    expect(decided(settlement(deleted), deleted)).toEqual({ status: 'applied' })
    expect(decided(edit(deleted, {}), deleted)).toMatchObject({ write: { state: 'live' } })
  })

  test('needs a grant, and no contract', () => {
    const current = stored()
    expect(decided(settlement(current), current, { contracts: [] })).toEqual({ status: 'applied' })
    expect(decided(settlement(current), current, { canWrite: false })).toEqual(refusal('no-access'))
    expect(decided(settlement(current), current, { erased: true })).toEqual(refusal('erased'))
  })
})

describe('what comes again after a restore', () => {
  /** Hours at which the server that is gone accepted things, before and after the hour of what stands. */
  const before = { at: '2026-11-20T09:30:00.000Z', contested: false }
  const after = { at: '2026-11-20T10:30:00.000Z', contested: false }
  const at = '2026-11-20T10:00:00.000Z'

  function remove(current: StoredDocument, fields: Partial<Op>): Op {
    return edit(current, { kind: 'delete', baseRev: 9, ...fields })
  }

  test('I23 a delete that found its report finds it again, whatever the revisions are now', () => {
    const current = stored({ at })
    expect(decided(remove(current, { accepted: after }), current)).toMatchObject({
      status: 'applied',
      write: { rev: 5, state: 'deleted' },
    })
  })

  test('I21 a delete that comes before the report that it deleted leaves a tombstone for it', () => {
    const op = remove(stored(), { accepted: after })
    expect(decided(op, undefined)).toMatchObject({
      status: 'applied',
      write: { rev: 1, state: 'deleted', body: {} },
    })
    const tombstone = stored({ rev: 1, state: 'deleted', body: {}, at: after.at })
    const report = anOp({ scope: op.scope, id: op.id, accepted: before })
    expect(decided(report, tombstone)).toMatchObject({
      status: 'merged',
      write: { rev: 2, state: 'deleted', body: aReport(), setFields: aReport() },
    })
  })

  test('I21 a correction from before a delete revives nothing, and one from after it does', () => {
    const current = stored({ state: 'deleted', at })
    const set = { minutes: 90 }
    const base = { minutes: 45 }
    expect(decided(edit(current, { set, base, accepted: before }), current)).toMatchObject({
      status: 'applied',
      write: { state: 'deleted', setFields: set },
    })
    expect(decided(edit(current, { set, base, accepted: after }), current)).toMatchObject({
      status: 'applied',
      write: { state: 'live', setFields: set },
    })
    expect(decided(edit(current, { set, base }), current)).toMatchObject({ write: { state: 'live' } })
  })

  test('a delete from before a later save is over, without a question to anybody', () => {
    const current = stored({ at })
    expect(decided(remove(current, { accepted: before }), current)).toEqual({ status: 'applied' })
  })

  test('I8 a delete that had lost against a save loses again, even where the revision fits now', () => {
    const current = stored({ at })
    const op = remove(current, { baseRev: 4, accepted: { ...after, contested: true } })
    expect(decided(op, current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'delete-vs-edit', lost: {} },
    })
  })

  test('I23 what comes again and changes nothing leaves its hour: what it had replaced doesn’t override it', () => {
    const current = stored({ at, body: aReport({ minutes: 30 }) })
    const op = { set: { minutes: 30 }, base: { minutes: 45 }, accepted: after }
    expect(decided(edit(current, op), current)).toMatchObject({
      status: 'applied',
      write: { rev: current.rev + 1, body: { minutes: 30 }, setFields: { minutes: 30 } },
    })
    expect(decided(edit(current, { ...op, accepted: undefined }), current)).toEqual({ status: 'applied' })
  })

  test('I23 what was put back stays, and the value in between is kept without a question', () => {
    const current = stored({ at, body: aReport({ minutes: 30 }) })
    const op = edit(current, { set: { minutes: 45 }, base: { minutes: 30 }, accepted: before })
    expect(decided(op, current, { overtaken: new Set(['minutes']) })).toEqual({
      status: 'merged',
      overtaken: { minutes: 45 },
    })
    expect(decided(op, current)).toMatchObject({ status: 'applied', write: { body: { minutes: 45 } } })
  })

  test('I8 of two values that come again in the wrong order, the later one stands and nobody is asked', () => {
    const current = stored({ at, body: aReport({ minutes: 90 }) })
    const set = { minutes: 45 }
    const op = edit(current, { set, base: { minutes: 30 }, at: '2020-01-01T00:00:00.000Z', accepted: before })
    const overtaken = new Set(['minutes'])
    expect(decided(op, current, { overtaken })).toEqual({ status: 'merged', overtaken: set })
    // Where the two had met, it is a question still.
    expect(decided(op, current)).toEqual({ status: 'conflict', conflict: { kind: 'field', lost: set } })
  })

  test('I21 a correction from after a delete that came before its report is asked for whole', () => {
    const tombstone = stored({ rev: 1, state: 'deleted', body: {}, at })
    const op = edit(tombstone, { set: { minutes: 90 }, base: { minutes: 45 }, accepted: after })
    expect(decided(op, tombstone)).toEqual({ status: 'need-full' })
    const whole = anOp({ scope: op.scope, id: op.id, accepted: after })
    expect(decided(whole, tombstone)).toMatchObject({ write: { state: 'live', body: aReport() } })
  })

  test('I23 a correction of what hasn’t come back yet is taken, and asks nobody to choose', () => {
    const current = stored({ at, body: aReport({ minutes: 30 }) })
    const op = { set: { minutes: 60 }, base: { minutes: 45 }, at: '2020-01-01T00:00:00.000Z' }
    expect(decided(edit(current, { ...op, accepted: after }), current)).toMatchObject({
      status: 'applied',
      write: { body: { minutes: 60 } },
    })
    const contested = { ...after, contested: true }
    expect(decided(edit(current, { ...op, accepted: contested }), current)).toEqual({
      status: 'conflict',
      conflict: { kind: 'field', lost: { minutes: 60 } },
    })
  })
})
