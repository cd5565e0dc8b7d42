import { Link } from 'wouter'
import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import {
  eventConfirmationLabels,
  type EventConfirmationKind,
} from '../../../../../domain/confirmation/event-confirmation.ts'
import { reportAddress } from '../../../../addresses.ts'
import { sayOfOwnEvent, type LocalEvent } from '../../../../data/own-events.ts'
import { useDatabase } from '../../../../data/react/database-context.ts'
import { formOnPlannedAddress } from '../../../../later-addresses.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ButtonLink } from '../../../../ui/ButtonLink.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { StateMark } from '../../../../ui/StateMark.tsx'
import { useSayDone } from '../../../../ui/undo.ts'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { audienceInWords, cancelledInWords, whenInWords } from '../event-words.ts'
import { attendanceInWords } from './own-event-words.ts'

export interface OwnEventRowProps {
  event: LocalEvent
  /** In ms. */
  now: number
  today: CalendarDay
}

/** One event, what is said of it in a tap, and its report in another once it is over. */
export function OwnEventRow({ event, now, today }: OwnEventRowProps) {
  const { details, wordMark } = event
  const { title, place, words, link } = details
  const lines = [
    whenInWords(details, today),
    [audienceInWords(event), place].filter(Boolean).join(', '),
    words,
    cancelledInWords(event) ?? attendanceInWords(event),
  ].filter(Boolean)
  return (
    <ListRow
      icon="people"
      title={title}
      detail={lines.map((line) => (
        <span key={line} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
      state={wordMark && wordMark !== 'sent' && <StateMark state={wordMark} />}
      actions={
        event.cancelled === null && (
          <Row>
            {event.ends > now && link !== '' && (
              <ButtonLink variant="quiet" icon="external" href={link} rel="noreferrer" target="_blank">
                <span>
                  Suivre à distance<VisuallyHidden>&nbsp;: {title}, nouvelle fenêtre</VisuallyHidden>
                </span>
              </ButtonLink>
            )}
            <Taps event={event} hasBegun={event.begins <= now} />
            {event.ends <= now && <Report event={event} />}
          </Row>
        )
      }
    />
  )
}

/** What may be said next, in a tap that can be taken back. */
function Taps({ event, hasBegun }: { event: LocalEvent; hasBegun: boolean }) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const say = async (kind: EventConfirmationKind) => {
    const takeBack = await sayOfOwnEvent(db, event, kind)
    sayDone({
      text: `${eventConfirmationLabels[kind]}\u00A0: c’est noté.`,
      actions: [{ label: 'Annuler', onAct: () => void takeBack() }],
    })
  }
  return tapsOf(event, hasBegun).map((kind) => (
    <Button
      key={kind}
      variant={kind.startsWith('not') ? 'quiet' : 'secondary'}
      onClick={() => void say(kind)}
    >
      <span>
        {eventConfirmationLabels[kind]}
        <VisuallyHidden>&nbsp;: {event.details.title}</VisuallyHidden>
      </span>
    </Button>
  ))
}

/** Before it begins whether one goes, from then on whether one was there; not what is said already. */
function tapsOf({ attendance, reportId }: LocalEvent, hasBegun: boolean): EventConfirmationKind[] {
  const { plans, wasThere } = attendance
  if (reportId) return []
  if (!hasBegun) {
    if (plans === 'going') return ['not-going']
    return plans === 'not-going' ? ['going'] : ['going', 'not-going']
  }
  if (wasThere === true) return ['not-attended']
  return wasThere === false ? ['attended'] : ['attended', 'not-attended']
}

/** Filed once: then the way to it. Who says that they weren't there is asked for none. */
function Report({ event: { id, reportId, attendance, details } }: { event: LocalEvent }) {
  if (reportId) {
    return (
      <Link href={reportAddress(reportId)} asChild>
        <ButtonLink variant="quiet" icon="check">
          <span>
            Voir le compte rendu<VisuallyHidden>&nbsp;: {details.title}</VisuallyHidden>
          </span>
        </ButtonLink>
      </Link>
    )
  }
  if (attendance.wasThere === false) return null
  return (
    <Link href={formOnPlannedAddress(id)} asChild>
      <ButtonLink icon="pencil">
        <span>
          Déposer le compte rendu<VisuallyHidden>&nbsp;: {details.title}</VisuallyHidden>
        </span>
      </ButtonLink>
    </Link>
  )
}
