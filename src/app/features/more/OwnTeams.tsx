import { Fragment } from 'react'
import { Link } from 'wouter'
import type { LedTeam } from '../../../domain/access/signed-in-person.ts'
import {
  teamEventsAddress,
  teamFiguresAddress,
  teamPostsAddress,
  teamReadinessAddress,
  teamRemindersAddress,
  teamVouchedAddress,
} from '../../later-addresses.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'

/** The teams that one coordinates, each with the way to its figures. */
export function OwnTeams({ teams }: { teams: readonly LedTeam[] }) {
  return (
    <section aria-labelledby="equipes">
      <h2 id="equipes">{teams.length > 1 ? 'Mes équipes' : 'Mon équipe'}</h2>
      <List labelledBy="equipes">
        {teams.map(({ teamId, teamName }) => (
          <Fragment key={teamId}>
            <Link href={teamFiguresAddress(teamId)} asChild>
              <ListRow icon="people" title={teamName} detail="Les chiffres de l’équipe" />
            </Link>
            <Link href={teamPostsAddress(teamId)} asChild>
              <ListRow
                icon="building"
                title={teams.length > 1 ? `Postes, ${teamName}` : 'Postes de l’équipe'}
                detail="Occupés, vacants, et les fins de contrat"
              />
            </Link>
            <Link href={teamReadinessAddress(teamId)} asChild>
              <ListRow
                icon="check"
                title={teams.length > 1 ? `Formation et présences, ${teamName}` : 'Formation et présences'}
                detail="Qui est formé, qui a suivi les évènements"
              />
            </Link>
            <Link href={teamEventsAddress(teamId)} asChild>
              <ListRow
                icon="people"
                title={teams.length > 1 ? `Vie de la communauté, ${teamName}` : 'Vie de la communauté'}
                detail="Publier des évènements, noter les présences"
              />
            </Link>
            <Link href={teamRemindersAddress(teamId)} asChild>
              <ListRow
                icon="calendar"
                title={teams.length > 1 ? `Relances, ${teamName}` : 'Relances'}
                detail="Les membres sans activité depuis un mois et demi"
              />
            </Link>
            <Link href={teamVouchedAddress(teamId)} asChild>
              <ListRow
                icon="calendar"
                title={teams.length > 1 ? `Mois attestés, ${teamName}` : 'Mois attestés'}
                detail="Par les structures de l’équipe"
              />
            </Link>
          </Fragment>
        ))}
      </List>
    </section>
  )
}
