import * as z from 'zod/mini'
import { mostStateFilters, stateFiguresSchema } from '../../domain/access/state-figures.ts'
import { calendarDaySchema, daysBetween, frenchDayOf, type CalendarDay } from '../../domain/calendar-day.ts'
import { CodedError } from '../../domain/errors.ts'
import { areWholeMonths, monthNumber, monthsOf, type Months } from '../../domain/statistics/month-number.ts'
import type { Period } from '../../domain/statistics/period.ts'
import { isDepartmentCode, type DepartmentCode } from '../../domain/territory/departments.ts'
import type { CopyAnswer } from '../columnar-copy/running-copy.ts'
import type { CopiedValue } from '../columnar-copy/copied-activity.ts'
import { isStateValue, type CountedState } from '../figures/read-state-figures.ts'
import { answerInLines } from './answer-in-lines.ts'
import type { App } from './app.ts'
import { longestDays } from './period-in-query.ts'
import { requireAccess } from './require-access.ts'

const department = z.string().check(z.refine(isDepartmentCode, { error: 'Département inconnu' }))
const value = z.string().check(z.maxLength(100), z.refine(isStateValue, { error: 'Filtre inconnu' }))

const figuresRoute = {
  config: { access: 'read-territory-figures' },
  schema: {
    querystring: z.object({
      /** The first day of a month, and the last of one: of the running month at the latest. */
      du: calendarDaySchema,
      au: calendarDaySchema,
      /** The nation without one. */
      departement: z.optional(department),
      /** As `theme:email`, as often as there are values. */
      filtre: z.optional(z.union([value, z.array(value).check(z.maxLength(mostStateFilters))])),
    }),
  },
} as const

/** What the State reads. */
export async function stateRoutes(app: App): Promise<void> {
  /** Lines of `stateFiguresSchema`: what activities come to, then the same with who was helped. */
  app.get('/api/state/figures', figuresRoute, async (request, reply) => {
    const { departement, filtre, du, au } = request.query
    // `isDepartmentCode` and `isStateValue` have refused all others.
    const asked = departement as DepartmentCode | undefined
    await requireAccess(request, { over: 'territory', id: asked ?? 'nation' })
    const today = frenchDayOf(app.clock())
    const question = {
      months: wholeMonthsIn({ from: du, to: au }, today),
      today,
      department: asked,
      values: [filtre ?? []].flat() as CopiedValue[],
    }
    return answerInLines(reply, async (early) => {
      const all = await app.figuresCopy.ask('state-figures', question, (known) => early(onTheWire(known)))
      return onTheWire(all)
    })
  })
}

function onTheWire({ value: figures, countedAt }: CopyAnswer<CountedState>) {
  return stateFiguresSchema.parse({ countedAt, ...figures })
}

/** Throws `whole-months-only` for any others: two that differ by a day would tell of that day. */
function wholeMonthsIn(period: Period, today: CalendarDay): Months {
  const { from, to } = period
  if (from > to || daysBetween(from, to) > longestDays)
    throw new CodedError('invalid-request', { field: 'au' })
  if (!areWholeMonths(period) || monthNumber(to) > monthNumber(today))
    throw new CodedError('whole-months-only')
  return monthsOf(period)
}
