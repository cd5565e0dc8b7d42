import { useState, type ReactNode } from 'react'
import type { PublishedEvent } from '../../../../domain/access/community-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { EventAudience } from '../../../../domain/community/event-audience.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { CancelEvent } from './CancelEvent.tsx'
import { audienceInWords, cancelledInWords, whenInWords } from './event-words.ts'
import { PublishEvent } from './PublishEvent.tsx'

export interface PublishedEventsProps<E extends PublishedEvent> {
  events: readonly E[]
  today: CalendarDay
  /** For whom one may publish. */
  audiences: readonly EventAudience[]
  teamName: string | null
  /** Said of an event besides what it is. */
  detail?: (event: E) => string | undefined
  /** Done with an event besides correcting it. */
  renderActions?: (event: E) => ReactNode
  onChanged: () => void
}

/** Events, what comes first, with what may be done with those of one's own. */
export function PublishedEvents<E extends PublishedEvent>(props: PublishedEventsProps<E>) {
  const { events, today, audiences, teamName, onChanged } = props
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<{ what: 'new' } | { what: 'correct' | 'cancel'; event: E }>()
  const close = () => setOpened(undefined)
  const done = (words: string) => {
    close()
    sayDone({ text: words })
    onChanged()
  }
  const coming = events.filter(({ details }) => details.day >= today)
  const past = events.filter(({ details }) => details.day < today).toReversed()
  const rowOf = (event: E) => <EventRow key={event.id} event={event} {...props} onOpen={setOpened} />
  return (
    <>
      <div>
        <Button variant="primary" icon="plus" onClick={() => setOpened({ what: 'new' })}>
          Publier un évènement
        </Button>
      </div>
      {events.length === 0 && <EmptyState icon="calendar" title="Aucun évènement pour le moment." />}
      {coming.length > 0 && (
        <section aria-labelledby="a-venir">
          <h2 id="a-venir">À venir</h2>
          <List labelledBy="a-venir">{coming.map(rowOf)}</List>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="passes">
          <h2 id="passes">Passés</h2>
          <List labelledBy="passes">{past.map(rowOf)}</List>
        </section>
      )}
      {opened?.what === 'cancel' && <CancelEvent event={opened.event} onDone={done} onClose={close} />}
      {opened && opened.what !== 'cancel' && (
        <PublishEvent
          corrected={opened.what === 'correct' ? opened.event : undefined}
          {...{ audiences, teamName, today }}
          onDone={done}
          onClose={close}
        />
      )}
    </>
  )
}

interface EventRowProps<E extends PublishedEvent> extends PublishedEventsProps<E> {
  event: E
  onOpen: (opened: { what: 'correct' | 'cancel'; event: E }) => void
}

function EventRow<E extends PublishedEvent>({ event, onOpen, ...of }: EventRowProps<E>) {
  const { details, cancelled } = event
  const isOwn = of.audiences.some((audience) => JSON.stringify(audience) === JSON.stringify(event.audience))
  const button = (what: 'correct' | 'cancel', words: string) => (
    <Button variant="quiet" onClick={() => onOpen({ what, event })}>
      <span>
        {words}
        <VisuallyHidden>&nbsp;: {details.title}</VisuallyHidden>
      </span>
    </Button>
  )
  return (
    <ListRow
      icon="people"
      title={details.title}
      detail={[
        whenInWords(details, of.today),
        audienceInWords(event),
        details.place,
        cancelledInWords(event) ?? of.detail?.(event),
      ]
        .filter(Boolean)
        .join(', ')}
      actions={
        <Row>
          {of.renderActions?.(event)}
          {isOwn && button('correct', cancelled === null ? 'Corriger' : 'Publier à nouveau')}
          {isOwn && cancelled === null && button('cancel', 'Annuler')}
        </Row>
      }
    />
  )
}
