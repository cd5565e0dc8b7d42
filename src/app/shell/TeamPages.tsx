import { useMemo } from 'react'
import { Route, Switch } from 'wouter'
import type { LedTeam } from '../../domain/access/signed-in-person.ts'
import { teamIdSchema } from '../../domain/ids.ts'
import { addresses } from '../addresses.ts'
import {
  NotFoundPage,
  TeamEventsPage,
  TeamFiguresPage,
  TeamPostsPage,
  TeamReadinessPage,
  TeamRemindersPage,
  VouchedStructuresPage,
} from './lazy-pages.ts'

export interface TeamPagesProps {
  /** As the address says it. */
  teamId: string
  teams: readonly LedTeam[]
}

/** The pages of one team, by what follows its address. To whoever leads no such team each says so itself. */
export function TeamPages({ teamId: typed, teams }: TeamPagesProps) {
  const team = teams.find(({ teamId }) => teamId === typed)
  const of = useMemo(() => team && ({ kind: 'team', id: team.teamId } as const), [team])
  const parsed = teamIdSchema.safeParse(typed)
  if (!parsed.success) return <NotFoundPage />
  const teamId = parsed.data
  const figures = <TeamFiguresPage teamId={teamId} teams={teams} />
  const at = (section: string) => `${addresses.team}/${teamId}/${section}`
  return (
    <Switch>
      <Route path={at('chiffres')}>{figures}</Route>
      <Route path={at('mois')}>
        {team && of ? <VouchedStructuresPage of={of} name={team.teamName} /> : figures}
      </Route>
      <Route path={at('relances')}>
        <TeamRemindersPage teamId={teamId} teams={teams} />
      </Route>
      <Route path={at('postes')}>
        <TeamPostsPage teamId={teamId} teams={teams} />
      </Route>
      <Route path={at('formation')}>
        <TeamReadinessPage teamId={teamId} teams={teams} />
      </Route>
      <Route path={at('communaute')}>
        <TeamEventsPage teamId={teamId} teams={teams} />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  )
}
