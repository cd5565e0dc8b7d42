import { Fragment } from 'react'
import { Link } from 'wouter'
import type { LedTeam } from '../../../domain/access/signed-in-person.ts'
import { teamFiguresAddress, teamRemindersAddress } from '../../later-addresses.ts'
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
            <Link href={teamRemindersAddress(teamId)} asChild>
              <ListRow
                icon="calendar"
                title={teams.length > 1 ? `Relances, ${teamName}` : 'Relances'}
                detail="Les membres sans activité depuis un mois et demi"
              />
            </Link>
          </Fragment>
        ))}
      </List>
    </section>
  )
}
