import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDaySchema } from '../../../src/domain/calendar-day.ts'
import { documentIdSchema, epochSchema } from '../../../src/domain/ids.ts'
import type { FacetValue } from '../../../src/domain/report/search/facets.ts'
import { daysOfMonths } from '../../../src/domain/statistics/month-number.ts'
import { departmentOf, type DepartmentCode } from '../../../src/domain/territory/departments.ts'
import { askCopy } from '../columnar-copy/asked-alone/ask-copy.ts'
import { askPeopleVariants } from '../../../src/server/columnar-copy/ask-people-variants.ts'
import type { CopiedValue } from '../../../src/server/columnar-copy/copied-activity.ts'
import { openCopy } from '../../../src/server/columnar-copy/columnar-copy.ts'
import { afterChanges, emptyScope } from '../../../src/server/columnar-copy/copied-scope.ts'
import { writeScopes } from '../columnar-copy/write-scopes.ts'
import {
  activitiesBetween,
  anonymousBetween,
  countStateMonths,
} from '../../../src/server/figures/count-state-months.ts'
import { stateBreakdowns } from '../../builders/state-breakdowns.ts'
import type { CountedChange } from '../../../src/server/store/counted-changes.ts'
import { aScopeId } from '../../builders/an-id.ts'
import { randomReport } from '../../builders/random-reports.ts'

const idOf = (number: number) =>
  documentIdSchema.parse(`019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const neighbours = { people: [1, 2, 3].map(idOf), places: [4, 5].map(idOf) }
const today = calendarDaySchema.parse('2027-12-31')
const traits = ['sexe', 'age', 'statut'] as const

/** Reports by their numbers: those of a number that is there already correct it. */
const reports = fc.array(fc.tuple(fc.integer({ min: 10, max: 30 }), randomReport(neighbours)), {
  minLength: 1,
  maxLength: 14,
})
const question = fc.record({
  months: fc.tuple(fc.nat({ max: 22 }), fc.integer({ min: 1, max: 14 })).map(([from, length]) => ({
    from: 2026 * 12 + from,
    to: Math.min(2026 * 12 + from + length, 2028 * 12),
  })),
  values: fc.subarray<CopiedValue>(
    ['theme:email', 'theme:smartphone', 'type:individuel', 'sexe:feminin', 'lieu:domicile'],
    { maxLength: 3 },
  ),
  department: fc.constantFrom<DepartmentCode | undefined>(undefined, '09', '31'),
})

test('what is counted by month, for all filters in one reading, is what is counted of each alone, after any changes', async () => {
  let counted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(reports, { minLength: 1, maxLength: 3 }),
      fc.array(question, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (batches, questions, isErased) => {
        const copy = await openCopy(undefined, epochSchema.parse('019ab000-0000-7000-8000-0000000000ee'))
        let known = emptyScope(aScopeId())
        for (const [seq, batch] of batches.entries()) {
          const live = batch.map(([number, body]): CountedChange => ({
            id: idOf(number),
            collection: 'report',
            state: 'live',
            body,
          }))
          const erased: CountedChange[] =
            isErased && seq === 1
              ? [{ id: idOf(1), collection: 'beneficiary', state: 'erased', body: {} }]
              : []
          const after = afterChanges(known, [...live, ...erased], { seq: seq + 1, commune: '09261' })
          await writeScopes(copy, [{ before: known, after }])
          known = after
          for (const { months, values, department } of questions) {
            const state = await countStateMonths(copy, { months, today, department, values })
            const period = daysOfMonths(months, today)
            const anonymous = anonymousBetween(state, months)
            const { variants } = state
            const people = await askPeopleVariants(copy, {
              variants,
              months,
              today,
              department,
              traits,
              anonymous,
            })
            const filters = values.length === 0 ? [[]] : [...state.variants.filters, []]
            const activities = activitiesBetween(state, months, true)
            expect(activities).toHaveLength(filters.length)
            for (const [place, filter] of filters.entries()) {
              const isThere = department && ((commune: string) => departmentOf(commune) === department)
              const alone = await askCopy(copy, { period, values: filter, isThere }, stateBreakdowns)
              // How long filing took is counted of the filter that is asked for alone.
              const delay = place === 0 ? activities[0]?.delay : alone.delay
              expect(plain({ ...activities[place], ...people[place], delay })).toEqual(
                plain({ ...alone, traits: stateTraitsIn(alone.traits) }),
              )
              counted += alone.activities
            }
          }
        }
        copy.close()
      },
    ),
    { numRuns: 30 },
  )
  expect(counted).toBeGreaterThan(50)
})

function stateTraitsIn(all: ReadonlyMap<FacetValue, number>) {
  return new Map([...all].filter(([value]) => traits.some((name) => value.startsWith(`${name}:`))))
}

/** Maps in one order, to be compared. */
function plain(figures: object): unknown {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  )
}
