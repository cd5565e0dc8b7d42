import { useMemo } from 'react'
import { Link } from 'wouter'
import type { LedTeam } from '../../../../domain/access/signed-in-person.ts'
import type { TeamId } from '../../../../domain/ids.ts'
import { addresses } from '../../../addresses.ts'
import { teamRemindersAddress } from '../../../later-addresses.ts'
import type { Group } from '../../../data/group-figures.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { GroupFiguresPage } from './GroupFiguresPage.tsx'

export interface TeamFiguresPageProps {
  teams: readonly LedTeam[]
  teamId: TeamId
}

/** What a team's advisors did, for who coordinates it. */
export function TeamFiguresPage({ teams, teamId }: TeamFiguresPageProps) {
  const team = teams.find((own) => own.teamId === teamId)
  return team ? <TeamFigures team={team} /> : <NotYours />
}

function TeamFigures({ team: { teamId, teamName } }: { team: LedTeam }) {
  const group = useMemo<Group>(() => ({ kind: 'team', id: teamId }), [teamId])
  return (
    <GroupFiguresPage
      group={group}
      name={teamName}
      back={addresses.more}
      leadOf={(days) => `${days}, par les comptes rendus des membres de l’équipe.`}
      nobody={
        <EmptyState icon="people" title="Cette équipe n’a pas encore de membre.">
          Les chiffres s’afficheront ici dès qu’un conseiller ou une conseillère en fera partie.
        </EmptyState>
      }
      rule={
        <>
          Sont comptés les comptes rendus envoyés, pour les jours passés dans l’équipe et couverts par un
          contrat. Le profil des personnes accompagnées n’est pas montré.{' '}
          <Link href={teamRemindersAddress(teamId)}>Voir qui n’a pas d’activité depuis longtemps</Link>
        </>
      }
    />
  )
}

function NotYours() {
  return (
    <Page title="Équipe" back={{ href: addresses.more }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette équipe.">
        Ses chiffres sont montrés aux personnes qui la coordonnent.
      </EmptyState>
    </Page>
  )
}
