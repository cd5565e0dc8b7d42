import { daysAway, expectedDays } from '../../../domain/absence/absent-on.ts'
import { hasContractOn } from '../../../domain/access/has-contract-on.ts'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { addDays, addMonths, calendarDaySchema, type CalendarDay } from '../../../domain/calendar-day.ts'
import type { LocalAbsence } from '../../data/absences.ts'
import { formatMonthOfYear } from '../../ui/format/date.ts'
import { counted } from '../../ui/format/number.ts'
import { capitalised, workingDaysInWords } from './absence-words.ts'

export interface MonthsExpectedProps {
  absences: readonly LocalAbsence[]
  scopes: readonly OwnScope[]
  today: CalendarDay
}

/** What is expected of this month and of the next: working days inside a contract, less absences. */
export function MonthsExpected({ absences, scopes, today }: MonthsExpectedProps) {
  const first = calendarDaySchema.parse(`${today.slice(0, 7)}-01`)
  return (
    <section aria-labelledby="attendu">
      <h2 id="attendu">Ce qui est attendu</h2>
      {scopes.map((scope) => (
        <div key={scope.scope}>
          {scopes.length > 1 && <h3>{scope.structureName}</h3>}
          <ul>
            {[first, addMonths(first, 1)].map((month) => (
              <li key={month}>{monthInWords(absences, scope, month, today)}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>Du lundi au vendredi, hors jours fériés. Un jour d’absence déclaré deux fois compte une fois.</p>
    </section>
  )
}

function monthInWords(
  absences: readonly LocalAbsence[],
  scope: OwnScope,
  from: CalendarDay,
  today: CalendarDay,
): string {
  const month = { from, to: addDays(addMonths(from, 1), -1) }
  const own = absences.filter((absence) => absence.scope === scope.scope)
  const isExpected = (day: CalendarDay) => hasContractOn(scope, day)
  const expected = workingDaysInWords(expectedDays(own, month, isExpected))
  const away = daysAway(own, month, isExpected)
  const without = away > 0 ? `, ${counted(away, 'jour', 'jours')} d’absence en moins` : ''
  return `${capitalised(formatMonthOfYear(from, today))}\u00A0: ${expected}${without}.`
}
