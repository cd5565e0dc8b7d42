import type { ReactNode } from 'react'
import type { LedTeam } from '../../../../domain/access/signed-in-person.ts'
import type { TeamId } from '../../../../domain/ids.ts'
import { addresses } from '../../../addresses.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'

/** A team as its address says it, among those that one leads. */
export interface AskedTeam {
  teams: readonly LedTeam[]
  teamId: TeamId
}

export interface OfLedTeamProps extends AskedTeam {
  /** Whose it is, for whoever doesn't lead the team: « Ses postes sont montrés aux personnes qui la coordonnent. » */
  withheld: string
  /** The page, of a team that one leads. */
  children: (team: LedTeam) => ReactNode
}

/** A page of a team, for those who lead it; others read that it isn't theirs. */
export function OfLedTeam({ teams, teamId, withheld, children }: OfLedTeamProps) {
  const team = teams.find((own) => own.teamId === teamId)
  if (team) return children(team)
  return (
    <Page title="Équipe" back={{ href: addresses.more }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette équipe.">
        {withheld}
      </EmptyState>
    </Page>
  )
}
