import type { StructureCommunity } from '../../../../../domain/access/community-on-the-wire.ts'
import type { Membership } from '../../../../../domain/access/signed-in-person.ts'
import { daysOfMonth } from '../../../../../domain/calendar-month.ts'
import { errorCatalogue } from '../../../../../domain/errors.ts'
import { signInHref, structureAddress } from '../../../../addresses.ts'
import {
  fetchStructureCommunity,
  keepStructureCommunity,
  readKeptStructureCommunity,
} from '../../../../data/community.ts'
import { useServerAnswer } from '../../../../data/react/use-server-answer.ts'
import { KeptAnswerState } from '../../../../ui/KeptAnswerState.tsx'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { formatMonth } from '../../../../ui/format/date.ts'
import { formatDuration } from '../../../../ui/format/duration.ts'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { cancelledInWords, whenInWords } from '../event-words.ts'

const byServer = {
  fetch: fetchStructureCommunity,
  keep: keepStructureCommunity,
  readKept: readKeptStructureCommunity,
}

/** Hours for the community by month, and the events that a structure's advisors attended: its sixth commitment. */
export function StructureCommunityPage({ membership }: { membership: Membership }) {
  const { structureId, structureName } = membership
  const { answer, phase, reload } = useServerAnswer(structureId, byServer)
  return (
    <Page
      title="Vie de la communauté"
      documentTitle={`Vie de la communauté, ${structureName}`}
      lead="Le temps que votre équipe y consacre, d’après les comptes rendus, et les évènements que chaque personne suit."
      back={{ href: structureAddress(structureId) }}
      wide
    >
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Lecture en cours…'}
          isKept={answer !== undefined}
          kept="Vous lisez la dernière page gardée sur cet appareil."
          absent={'Cette page vient du serveur\u00A0: elle s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour la lire."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer && <Shown answer={answer} />}
      </Stack>
    </Page>
  )
}

type Advisor = StructureCommunity['advisors'][number]
type Month = Advisor['months'][number]['month']

function Shown({ answer: { advisors, events, today } }: { answer: StructureCommunity }) {
  const months = (advisors[0]?.months ?? []).map(({ month }) => month).toReversed()
  if (advisors.length === 0) return <EmptyState icon="people" title="Personne n’est en poste." />
  return (
    <>
      <DataTable
        caption="Temps de vie de la communauté, mois par mois"
        columns={[monthColumn, ...advisors.map(columnOf)]}
        rows={months}
        rowKey={(month) => month}
      />
      <section aria-labelledby="evenements">
        <h2 id="evenements">Évènements</h2>
        {events.length === 0 && <p>Aucun évènement depuis un an.</p>}
        <List labelledBy="evenements">
          {events.map((event) => (
            <ListRow
              key={event.id}
              icon="people"
              title={event.details.title}
              detail={[
                whenInWords(event.details, today),
                cancelledInWords(event) ?? whoWasThere(event, advisors),
              ].join(', ')}
            />
          ))}
        </List>
      </section>
    </>
  )
}

const monthColumn: Column<Month> = {
  key: 'month',
  head: 'Mois',
  cell: (month) => formatMonth(daysOfMonth(month).from),
}

function columnOf({ scope, name, months }: Advisor): Column<Month> {
  const minutesOf = (month: Month) => months.find((one) => one.month === month)?.minutes ?? 0
  return {
    key: scope,
    head: name,
    align: 'number',
    onCard: 'shown',
    cell: (month) => (minutesOf(month) === 0 ? '–' : formatDuration(minutesOf(month))),
  }
}

/** By name, and by whose word where it is the coordinator's. */
function whoWasThere(
  { invited }: StructureCommunity['events'][number],
  advisors: readonly Advisor[],
): string {
  const named = (isAsked: (one: (typeof invited)[number]['attendance']) => boolean) =>
    invited
      .filter(({ attendance }) => isAsked(attendance))
      .map(({ scope }) => advisors.find((advisor) => advisor.scope === scope)?.name ?? '')
      .join(', ')
  const there = named(({ wasThere }) => wasThere === true)
  if (there) return `présence\u00A0: ${there}`
  const going = named(({ plans, wasThere }) => plans === 'going' && wasThere === null)
  return going ? `prévu\u00A0: ${going}` : 'aucune présence notée'
}
