import { useEffect, useId } from 'react'
import { Link, useLocation } from 'wouter'
import { absenceKindLabels, type AbsenceKind } from '../../../domain/absence/absence.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { isReached } from '../../../domain/reminders/reminder-readers.ts'
import { reasonEntry, type ReminderReason } from '../../../domain/reminders/reminder-reasons.ts'
import { firstSilentDay } from '../../../domain/reminders/silence.ts'
import { addresses } from '../../addresses.ts'
import { declareAbsence, deleteAbsences } from '../../data/absences.ts'
import { rememberError } from '../../data/last-errors.ts'
import { writeMeta } from '../../data/meta.ts'
import { keepOwnAnswer } from '../../data/own-reminder-answers.ts'
import type { OwnSilence } from '../../data/own-silences.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useOwnSilences } from '../../data/react/use-own-silences.ts'
import { useSentAnswers } from '../../data/react/use-sent-answers.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { formatDay, formatDayWithYear } from '../../ui/format/date.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { counted } from '../../ui/format/number.ts'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import styles from './OwnReminders.module.css'

export interface OwnRemindersProps {
  today: CalendarDay
  /** The day of the last activity on this device. */
  lastDay: CalendarDay | undefined
  /** Then each says at which structure. */
  hasSeveralPosts: boolean
}

/** Silences of one's own, by what is on this device: each with its reasons, one tap each, without network too. */
export function OwnReminders({ today, lastDay, hasSeveralPosts }: OwnRemindersProps) {
  const db = useDatabase()
  const silences = useOwnSilences(today)
  useSentAnswers()
  const count = silences?.length
  useEffect(() => {
    if (count === undefined) return
    writeMeta(db, 'reminders', { count, lastDay: lastDay ?? null }).catch(rememberError)
  }, [db, count, lastDay])
  return silences?.map((one) => (
    <OwnReminder key={one.own.scope} silence={one} today={today} isNamed={hasSeveralPosts} />
  ))
}

interface OwnReminderProps {
  silence: OwnSilence
  today: CalendarDay
  /** Whether it says at which structure. */
  isNamed: boolean
}

/** What one was away for, and what is said once it is declared. */
const awayFor: readonly { kind: AbsenceKind; done: string }[] = [
  { kind: 'conge', done: 'Congé enregistré' },
  { kind: 'formation', done: 'Formation enregistrée' },
  { kind: 'maladie', done: 'Arrêt maladie enregistré' },
]

function OwnReminder({ silence: one, today, isNamed }: OwnReminderProps) {
  const id = useId()
  const { own, silence } = one
  const away = { from: firstSilentDay(silence), to: today }
  const { declare, answer } = useAnswers(one, today)
  return (
    <section aria-labelledby={id} className={styles.reminder}>
      <Stack gap="close">
        <h2 id={id}>
          Aucune activité depuis {counted(silence.days, 'jour', 'jours')}
          {isNamed && `, ${own.structureName}`}
        </h2>
        <p>{lastInWords(one)} Que s’est-il passé&nbsp;? Une réponse suffit, même sans réseau.</p>
        <Row>
          <Button variant="primary" icon="pencil" onClick={() => answer('to-file')}>
            {reasonEntry('to-file').label}
          </Button>
          {(['no-activity', 'left'] as const).map((reason) => (
            <Button key={reason} onClick={() => answer(reason)}>
              {reasonEntry(reason).label}
            </Button>
          ))}
        </Row>
        <p id={`${id}-absence`}>
          J’étais en absence du {formatDay(away.from)} au {formatDay(away.to)}&nbsp;:
        </p>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- these act at once: a fieldset is of a form */}
        <div role="group" aria-labelledby={`${id}-absence`}>
          <Row>
            {awayFor.map(({ kind, done }) => (
              <Button key={kind} onClick={() => declare({ kind, ...away }, done)}>
                {absenceKindLabels[kind]}
              </Button>
            ))}
            <Link href={addresses.absences} asChild>
              <ButtonLink variant="quiet">D’autres jours</ButtonLink>
            </Link>
          </Row>
        </div>
        <Told silence={one} />
      </Stack>
    </section>
  )
}

/** What was sent about it, and what comes next. */
function Told({ silence: { silence, mailedAt, askedOn } }: { silence: OwnSilence }) {
  return (
    <p className={styles.note}>
      {askedOn && `Votre structure a demandé de vos nouvelles le ${formatDay(askedOn)}. `}
      {mailedAt && `Un rappel vous a été envoyé par courriel ${formatInstant(Date.parse(mailedAt))}. `}
      {isReached('structure', silence.turn)
        ? 'Votre structure est prévenue aussi.'
        : 'Sans réponse au bout d’un mois, votre structure est prévenue.'}
    </p>
  )
}

function lastInWords({ silence: { lastActivity, since } }: OwnSilence): string {
  if (lastActivity === null) return 'Aucune n’est encore déposée, et aucune absence n’est déclarée.'
  return lastActivity === since
    ? `La dernière est du ${formatDayWithYear(lastActivity)}, et aucune absence n’est déclarée depuis.`
    : `La dernière est du ${formatDayWithYear(lastActivity)}, et votre absence s’est terminée le ${formatDay(since)}.`
}

function useAnswers({ own }: OwnSilence, today: CalendarDay) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const declare = async (said: { kind: AbsenceKind; from: CalendarDay; to: CalendarDay }, done: string) => {
    const ids = await declareAbsence(db, [own.scope], said)
    sayDone({
      text: `${done}, du ${formatDay(said.from)} au ${formatDay(said.to)}.`,
      actions: [
        { label: 'Annuler', onAct: () => void deleteAbsences(db, ids).catch(rememberError) },
        { label: 'Modifier', onAct: () => navigate(addresses.absences) },
      ],
    })
  }
  const answer = async (reason: ReminderReason) => {
    const takeBack = await keepOwnAnswer(db, { structure: own.structureId, reason, on: today })
    if (reason === 'to-file') navigate(addresses.newReport)
    sayDone({
      text:
        reason === 'to-file' ? 'C’est noté\u00A0: à vous de saisir.' : 'C’est noté. Votre structure le lira.',
      actions: [{ label: 'Annuler', onAct: () => void takeBack().catch(rememberError) }],
    })
  }
  return {
    declare: (...said: Parameters<typeof declare>) => void declare(...said).catch(rememberError),
    answer: (reason: ReminderReason) => void answer(reason).catch(rememberError),
  }
}
