import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { RecruitmentClock } from '../../../../domain/commitments/recruitment-clock.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { comingWords, lastingWords } from '../days-words.ts'
import { clockSinceWords } from './standing-words.ts'

/** How long a post has been without anybody, what that means, and what comes next. */
export function ClockNotice({ clock, today }: { clock: RecruitmentClock; today: CalendarDay }) {
  if (!clock.runs) {
    return (
      <Notice
        tone={clock.offered ? 'info' : 'good'}
        announce="never"
        title={`Un contrat est signé\u00A0: prise de poste le ${formatDayInFigures(clock.starts)}.`}
      >
        Le compte des jours sans recrutement est arrêté.
        {clock.offered &&
          ' La personne n’a pas encore accepté l’invitation\u00A0: le poste sera occupé quand elle l’aura fait.'}
      </Notice>
    )
  }
  const { since, why, warning, next } = clock
  return (
    <Notice
      tone={warning?.tone === 'late' ? 'bad' : warning ? 'warn' : 'info'}
      announce="never"
      title={`${lastingWords(since, today)} sans personne, ${clockSinceWords[why]} (${formatDayInFigures(since)}).`}
    >
      {warning?.words}
      {next && ` Prochain rappel le ${formatDayInFigures(next.day)}, ${comingWords(next.day, today)}.`}
    </Notice>
  )
}
