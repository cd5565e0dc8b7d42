import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentIdSchema, type DocumentId } from '../../../src/domain/ids.ts'
import { copiedActivities } from '../../../src/server/columnar-copy/copied-activity.ts'
import {
  afterChanges,
  bookOf,
  emptyScope,
  type CopiedScope,
} from '../../../src/server/columnar-copy/copied-scope.ts'
import { movedPart } from '../../../src/server/columnar-copy/moved-part.ts'
import type { CountedChange } from '../../../src/server/store/counted-changes.ts'
import { aReport } from '../../builders/a-report.ts'
import { aScopeId } from '../../builders/an-id.ts'

function idOf(number: number): DocumentId {
  return documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

const people = fc.integer({ min: 1, max: 12 }).map(idOf)
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)

/** So many people that most reports have nobody in common. */
const body = fc.oneof(
  fc.tuple(days, people).map(([date, id]) => aReport({ date, beneficiary: { kind: 'suivi', id } })),
  days.map((date) => aReport({ date })),
  fc
    .tuple(days, fc.uniqueArray(people, { minLength: 1, maxLength: 3 }))
    .map(([date, those]) => aWorkshop(date, those)),
)

function aWorkshop(date: string, those: readonly DocumentId[]) {
  const { beneficiary: _, ...rest } = aReport({ date })
  return { ...rest, kind: 'collectif', participants: those.map((id) => ({ id })) }
}

const report = fc
  .tuple(fc.integer({ min: 20, max: 60 }), fc.option(body))
  .map(([number, is]): CountedChange => ({
    id: idOf(number),
    collection: 'report',
    state: is === null ? 'deleted' : 'live',
    body: is ?? {},
  }))

const page = fc
  .tuple(people, fc.option(people), fc.constantFrom('live' as const, 'erased' as const))
  .map(([id, mergedInto, state]): CountedChange => ({
    id,
    collection: 'beneficiary',
    state,
    body: mergedInto === null || mergedInto === id ? {} : { mergedInto },
  }))

const changes = fc.array(fc.oneof({ weight: 12, arbitrary: report }, { weight: 1, arbitrary: page }), {
  maxLength: 40,
})

function whole(scope: CopiedScope) {
  return copiedActivities(bookOf(scope))
}

test('what moved of a scope is all that is kept otherwise afterwards, as the whole scope has it', () => {
  let [parts, wholes] = [0, 0]
  fc.assert(
    fc.property(changes, fc.array(report, { minLength: 1, maxLength: 3 }), changes, (first, few, more) => {
      const commune = '09261'
      const start = afterChanges(emptyScope(aScopeId()), first, { seq: 1, commune })
      for (const then of [few, more]) {
        const moved = { before: start, after: afterChanges(start, then, { seq: 2, commune }) }
        const { was, is } = movedPart(moved)
        const [wholeWas, wholeIs] = [whole(moved.before), whole(moved.after)]
        for (const [id, activity] of was) expect(activity).toEqual(wholeWas.get(id))
        for (const [id, activity] of is) expect(activity).toEqual(wholeIs.get(id))
        const others = [...wholeWas.keys(), ...wholeIs.keys()].filter((id) => !was.has(id) && !is.has(id))
        for (const id of others) expect(wholeIs.get(id)).toEqual(wholeWas.get(id))
        parts += is.size
        wholes += wholeIs.size
      }
    }),
    { numRuns: 300 },
  )
  // Otherwise everything could be said to have moved.
  expect(parts).toBeLessThan(wholes)
})
