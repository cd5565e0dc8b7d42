import { errorCatalogue } from '../../../../../domain/errors.ts'
import { addresses, signInHref } from '../../../../addresses.ts'
import { fetchOwnCommunity, keepOwnCommunity, readKeptOwnCommunity } from '../../../../data/community.ts'
import type { LocalEvent } from '../../../../data/own-events.ts'
import { useMinute } from '../../../../data/react/use-minute.ts'
import { useOwnEvents } from '../../../../data/react/use-own-events.ts'
import { useServerAnswer } from '../../../../data/react/use-server-answer.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { KeptAnswerState } from '../../../../ui/KeptAnswerState.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { List } from '../../../../ui/List.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { CalendarLink } from './CalendarLink.tsx'
import { OwnEventRow } from './OwnEventRow.tsx'

const byServer = { fetch: fetchOwnCommunity, keep: keepOwnCommunity, readKept: readKeptOwnCommunity }

/** One's events: whether one goes and was there, in a tap and without network, and the report on each in another. */
export function OwnCommunityPage() {
  const { answer, phase, reload } = useServerAnswer('mine', byServer)
  // What is kept of the answer, with what was said here since.
  const here = useOwnEvents()
  const events = answer && here
  return (
    <Page
      title="Vie de la communauté"
      lead="Webinaires, partages de pratiques, rencontres et formations publiés par l’État ou votre équipe. Heures de Paris."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Lecture en cours…'}
          isKept={events !== undefined}
          kept={
            'Vous lisez la dernière liste gardée sur cet appareil. Vous pouvez dire que vous y allez, ou que vous y étiez\u00A0: c’est envoyé plus tard.'
          }
          absent={'Cette liste vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire ce qui a été publié depuis."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {events && <Events events={events} />}
        {answer && phase === 'read' && <CalendarLink since={answer.calendarSince} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

function Events({ events }: { events: readonly LocalEvent[] }) {
  const [now, today] = [useMinute(), useToday()]
  const coming = events.filter(({ ends }) => ends > now)
  const past = events.filter(({ ends }) => ends <= now).toReversed()
  if (events.length === 0) {
    return (
      <EmptyState icon="calendar" title="Rien n’est publié pour vous en ce moment.">
        Ce que l’État ou la personne qui coordonne votre équipe publiera sera ici.
      </EmptyState>
    )
  }
  return (
    <>
      <section aria-labelledby="a-venir">
        <h2 id="a-venir">À venir</h2>
        {coming.length === 0 && <p>Rien de prévu pour le moment.</p>}
        <List labelledBy="a-venir">
          {coming.map((event) => (
            <OwnEventRow key={event.id} {...{ event, now, today }} />
          ))}
        </List>
      </section>
      {past.length > 0 && (
        <section aria-labelledby="passes">
          <h2 id="passes">Passés</h2>
          <List labelledBy="passes">
            {past.map((event) => (
              <OwnEventRow key={event.id} {...{ event, now, today }} />
            ))}
          </List>
        </section>
      )}
    </>
  )
}
