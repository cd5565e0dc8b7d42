import { calendarDaySchema } from '../calendar-day.ts'
import type { Versioned } from './versioned-milestones.ts'

/** What is said once so many months have passed without a contract. */
export interface RecruitmentWarning {
  readonly months: number
  /** `late` from where the State reviews the grant. */
  readonly tone: 'remind' | 'late'
  readonly words: string
}

export interface RecruitmentWarnings extends Versioned {
  readonly warnings: readonly RecruitmentWarning[]
  /** Of a post that was added to others. */
  readonly additional: readonly RecruitmentWarning[]
}

const reminders: readonly RecruitmentWarning[] = [
  {
    months: 1,
    tone: 'remind',
    words: 'Un mois est passé\u00A0: publiez l’offre si elle ne l’est pas encore.',
  },
  {
    months: 2,
    tone: 'remind',
    words: 'Deux mois sont passés\u00A0: l’État réexamine la subvention à trois mois.',
  },
]
const goesBack: RecruitmentWarning = {
  months: 6,
  tone: 'late',
  words: 'Six mois sont passés\u00A0: un poste vacant depuis six mois peut être repris par l’État.',
}

/** From the list of commitments: reviewed after 3 months, after 6 for an additional post; vacant 6 months, it goes back. */
export const recruitmentWarnings: readonly [RecruitmentWarnings, ...RecruitmentWarnings[]] = [
  {
    version: 1,
    since: calendarDaySchema.parse('2021-01-01'),
    warnings: [
      ...reminders,
      {
        months: 3,
        tone: 'late',
        words: 'Trois mois sont passés sans recrutement\u00A0: l’État peut réexaminer la subvention.',
      },
      goesBack,
    ],
    additional: [
      { months: 1, tone: 'remind', words: reminders[0]?.words ?? '' },
      {
        months: 2,
        tone: 'remind',
        words:
          'Deux mois sont passés\u00A0: l’État réexamine la subvention d’un poste supplémentaire à six mois.',
      },
      {
        months: 3,
        tone: 'remind',
        words: 'Trois mois sont passés\u00A0: il en reste trois avant que l’État réexamine la subvention.',
      },
      goesBack,
    ],
  },
]
