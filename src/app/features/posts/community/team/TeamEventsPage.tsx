import { useMemo, useState } from 'react'
import type { TeamEvent, TeamEvents } from '../../../../../domain/access/community-on-the-wire.ts'
import type { LedTeam } from '../../../../../domain/access/signed-in-person.ts'
import type { EventAudience } from '../../../../../domain/community/event-audience.ts'
import { eventTimes } from '../../../../../domain/community/event-life.ts'
import type { TeamId } from '../../../../../domain/ids.ts'
import { addresses } from '../../../../addresses.ts'
import { fetchTeamEvents } from '../../../../data/community.ts'
import { useMinute } from '../../../../data/react/use-minute.ts'
import { Button } from '../../../../ui/Button.tsx'
import { counted } from '../../../../ui/format/number.ts'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { OfLedTeam, type AskedTeam } from '../../team/OfLedTeam.tsx'
import { PublishedEvents } from '../PublishedEvents.tsx'
import { MarkAttendance } from './MarkAttendance.tsx'

/** Events of a team and of everybody in it, and who of them was there. */
export function TeamEventsPage(asked: AskedTeam) {
  return (
    <OfLedTeam {...asked} withheld="Ses évènements sont publiés par les personnes qui la coordonnent.">
      {(team) => <Events team={team} />}
    </OfLedTeam>
  )
}

function Events({ team: { teamId, teamName } }: { team: LedTeam }) {
  const { answer, phase, reload } = useServerOnly(teamId, fetchTeamEvents)
  return (
    <Page
      title="Vie de la communauté"
      documentTitle={`Vie de la communauté, ${teamName}`}
      lead={teamName}
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown {...{ teamId, teamName, answer }} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface ShownProps {
  teamId: TeamId
  teamName: string
  answer: TeamEvents
  onChanged: () => void
}

function Shown({ teamId, teamName, answer, onChanged }: ShownProps) {
  const now = useMinute()
  const [marked, setMarked] = useState<TeamEvent['id']>()
  const audiences = useMemo((): EventAudience[] => [{ over: 'team', team: teamId }], [teamId])
  const open = answer.events.find(({ id }) => id === marked)
  return (
    <>
      <PublishedEvents<TeamEvent>
        {...{ ...answer, audiences, teamName, onChanged }}
        detail={attendanceCount}
        renderActions={(event) =>
          canBeMarked(event, now) && (
            <Button variant="quiet" onClick={() => setMarked(event.id)}>
              <span>
                Noter les présences<VisuallyHidden>&nbsp;: {event.details.title}</VisuallyHidden>
              </span>
            </Button>
          )
        }
      />
      {open && (
        <MarkAttendance
          {...{ teamId, members: answer.members, event: open, onChanged }}
          onClose={() => setMarked(undefined)}
        />
      )}
    </>
  )
}

function canBeMarked({ cancelled, details, invited }: TeamEvent, now: number): boolean {
  return cancelled === null && invited.length > 0 && eventTimes(details).begins <= now
}

/** How many of the team go or were there; nothing where nobody has said. */
function attendanceCount({ invited }: TeamEvent): string | undefined {
  const there = invited.filter(({ attendance }) => attendance.wasThere === true).length
  if (there > 0) return counted(there, 'membre y était', 'membres y étaient')
  const going = invited.filter(({ attendance }) => attendance.plans === 'going').length
  return going > 0 ? counted(going, 'membre y va', 'membres y vont') : undefined
}
