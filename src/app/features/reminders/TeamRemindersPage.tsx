import type { TeamReminders, TeamSilence } from '../../../domain/access/reminders.ts'
import type { LedTeam } from '../../../domain/access/signed-in-person.ts'
import type { TeamId } from '../../../domain/ids.ts'
import type { ReminderReason } from '../../../domain/reminders/reminder-reasons.ts'
import { addresses } from '../../addresses.ts'
import { teamFiguresAddress } from '../../later-addresses.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { useToday } from '../../data/react/use-today.ts'
import {
  answerForTeam,
  fetchTeamReminders,
  keepTeamReminders,
  readKeptTeamReminders,
} from '../../data/reminders.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { ReasonButtons } from './ReasonButtons.tsx'
import { sentInWords, silenceInWords } from './reminder-words.ts'
import { RemindersState } from './RemindersState.tsx'
import { SilenceCard } from './SilenceCard.tsx'
import { SilenceList } from './SilenceList.tsx'
import { useAnswerOnce } from './use-answer-once.ts'
import { answeredInWords } from './watched-words.ts'

const byServer = { fetch: fetchTeamReminders, keep: keepTeamReminders, readKept: readKeptTeamReminders }

export interface TeamRemindersPageProps {
  teams: readonly LedTeam[]
  teamId: TeamId
}

/** Who of a team is silent for so long that who coordinates it is told. */
export function TeamRemindersPage({ teams, teamId }: TeamRemindersPageProps) {
  const team = teams.find((own) => own.teamId === teamId)
  if (!team) return <NotYours />
  return <OfTeam team={team} />
}

function OfTeam({ team: { teamId, teamName } }: { team: LedTeam }) {
  const { answer: read, phase, reload } = useServerAnswer(teamId, byServer)
  return (
    <Page
      title="Relances"
      documentTitle={`Relances, ${teamName}`}
      lead={`${teamName}. Les membres sans activité depuis un mois et demi, que la personne puis sa structure ont été invitées à expliquer.`}
      back={{ href: teamFiguresAddress(teamId) }}
    >
      <Stack gap="section">
        <RemindersState phase={phase} isEmpty={!read} />
        {read && <Shown teamId={teamId} read={read} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface ShownProps {
  teamId: TeamId
  read: TeamReminders
  onChanged: () => void
}

function Shown({ teamId, read: { silences }, onChanged }: ShownProps) {
  const today = useToday()
  const answerOnce = useAnswerOnce(onChanged)
  if (silences.length === 0)
    return (
      <EmptyState icon="check" title="Personne à relancer dans cette équipe.">
        Qui est en absence déclarée n’est pas dans cette liste.
      </EmptyState>
    )
  const answer = ({ advisorId, structureId }: TeamSilence, reason: ReminderReason) =>
    answerOnce(
      JSON.stringify([advisorId, structureId, reason]),
      (key) => answerForTeam(teamId, { key, advisor: advisorId, structure: structureId, reason }),
      () => 'C’est noté.',
    ).catch(rememberError)
  return (
    <SilenceList title="Sans activité depuis un mois et demi">
      {silences.map((silence) => (
        <SilenceCard
          key={`${silence.structureId} ${silence.advisorId}`}
          who={`${silence.advisorName}, ${silence.structureName}`}
          known={answeredInWords(silence, today, 'La personne ou sa structure')}
          sent={sentInWords(silence.sent, today)}
          actions={
            <Row>
              <ReasonButtons
                reader="coordinator"
                about={silence.advisorName}
                onAnswer={(reason) => void answer(silence, reason)}
              />
            </Row>
          }
        >
          <p>{silenceInWords(silence, today)}</p>
        </SilenceCard>
      ))}
    </SilenceList>
  )
}

function NotYours() {
  return (
    <Page title="Relances" back={{ href: addresses.more }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette équipe.">
        Ses relances sont montrées aux personnes qui la coordonnent.
      </EmptyState>
    </Page>
  )
}
