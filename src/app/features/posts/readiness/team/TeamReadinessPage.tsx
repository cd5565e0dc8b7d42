import type { TeamMember, TeamReadiness } from '../../../../../domain/access/readiness-on-the-wire.ts'
import type { LedTeam } from '../../../../../domain/access/signed-in-person.ts'
import {
  readinessMeasures,
  type ReadinessState,
} from '../../../../../domain/commitments/readiness/advisor-readiness.ts'
import { readinessWords } from '../../../../../domain/commitments/readiness/readiness-words.ts'
import { errorCatalogue } from '../../../../../domain/errors.ts'
import { addresses, signInHref } from '../../../../addresses.ts'
import { useServerAnswer } from '../../../../data/react/use-server-answer.ts'
import { fetchTeamReadiness, keepTeamReadiness, readKeptTeamReadiness } from '../../../../data/readiness.ts'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { formatDayInFigures } from '../../../../ui/format/date.ts'
import { formatInstant } from '../../../../ui/format/instant.ts'
import { counted } from '../../../../ui/format/number.ts'
import { KeptAnswerState } from '../../../../ui/KeptAnswerState.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import styles from '../../posts.module.css'
import { StatusWord } from '../../StatusWord.tsx'
import { OfLedTeam, type AskedTeam } from '../../team/OfLedTeam.tsx'
import { ReadinessDefinitions } from '../ReadinessDefinitions.tsx'

const byServer = { fetch: fetchTeamReadiness, keep: keepTeamReadiness, readKept: readKeptTeamReadiness }

/** Who of a team is trained, and at how many events they were, for who coordinates it; its last view without network. */
export function TeamReadinessPage(asked: AskedTeam) {
  return (
    <OfLedTeam {...asked} withheld="Ses formations sont montrées aux personnes qui la coordonnent.">
      {(team) => <OfTeam team={team} />}
    </OfLedTeam>
  )
}

function OfTeam({ team: { teamId, teamName } }: { team: LedTeam }) {
  const { answer, phase, reload } = useServerAnswer(teamId, byServer)
  return (
    <Page
      title="Formation et présences"
      documentTitle={`Formation et présences, ${teamName}`}
      lead={`${teamName}. Les personnes en poste, par ordre alphabétique.`}
      wide
      back={{ href: addresses.more }}
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

function Shown({ answer: { members, events, countedAt } }: { answer: TeamReadiness }) {
  if (members.length === 0)
    return <EmptyState icon="people" title="Personne de l’équipe n’est en poste aujourd’hui." />
  return (
    <>
      <p>Lu le {formatInstant(Date.parse(countedAt))}.</p>
      <DataTable
        caption={counted(members.length, 'personne en poste', 'personnes en poste')}
        columns={columns}
        rows={members}
        rowKey={({ scope }) => scope}
      />
      <ReadinessDefinitions
        measures={told}
        others={[
          {
            name: 'Évènements',
            words: `Les évènements de la communauté qui concernaient la personne et se sont tenus du ${formatDayInFigures(events.from)} au ${formatDayInFigures(events.to)}, pendant ses jours dans l’équipe. Une présence que personne n’a notée n’est pas une absence.`,
          },
          {
            name: 'Ce qui n’est pas montré',
            words:
              'Le résultat des examens, les dates et les motifs d’absence ne sont lus que par la personne, sa structure et son organisme de formation. L’équipement n’est lu que par la personne et sa structure.',
          },
        ]}
      />
    </>
  )
}

/** What who coordinates may read of training. */
const told = readinessMeasures.filter(
  (measure) => measure === 'initial' || measure === 'exams' || measure === 'continuing',
)

const columns: readonly Column<TeamMember>[] = [
  { key: 'name', head: 'Qui', cell: ({ name }) => name },
  { key: 'structure', head: 'Structure', cell: ({ structureName }) => structureName },
  ...told.map((measure): Column<TeamMember> => ({
    key: measure,
    head: readinessWords[measure].label,
    cell: (member) => <Standing state={member[measure]} />,
  })),
  { key: 'events', head: 'Évènements', cell: ({ attendance }) => <Attended {...attendance} /> },
]

function Standing({ state }: { state: ReadinessState }) {
  switch (state) {
    case 'done':
      return <StatusWord tone="good">Fait</StatusWord>
    case 'not-done':
      return <StatusWord tone="soft">Pas encore</StatusWord>
    case 'unknown':
      return <>On ne sait pas</>
    case 'not-due':
      return <>Rien à suivre</>
  }
}

function Attended({ invited, there, notThere, unknown }: TeamMember['attendance']) {
  if (invited === 0) return <>Aucun</>
  return (
    <span>
      {counted(there, 'présence', 'présences')} sur {invited}
      {notThere > 0 && <span className={styles.aside}>{counted(notThere, 'absence', 'absences')}</span>}
      {unknown > 0 && <span className={styles.aside}>on ne sait pas&nbsp;: {unknown}</span>}
    </span>
  )
}
