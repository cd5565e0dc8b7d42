import type { ReactNode } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { askForAccessAddress } from '../later-addresses.ts'
import { addresses } from '../addresses.ts'
import { useForgetOtherStructures } from '../data/react/use-forget-other-structures.ts'
import { useScopeNews } from '../data/react/use-scope-news.ts'
import { OwnTeams } from '../features/more/OwnTeams.tsx'
import { StateSpace } from '../features/more/StateSpace.tsx'
import { TrainingBodySpace } from '../features/more/TrainingBodySpace.tsx'
import { ScopeNewsNotice } from '../features/sync-status/ScopeNewsNotice.tsx'
import { Link } from 'wouter'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Page } from '../ui/Page.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Stack } from '../ui/Stack.tsx'

export interface OtherRolesPageProps {
  person: SignedInPerson
  footer: ReactNode
}

/**
 * For those whose space is still to come: who they are here, and what exists today. Who coordinates a team goes to its
 * figures, and who reads for the State to those of its territory; an advisor whose last structure was withdrawn reads what left, what is kept and what to do.
 */
export function OtherRolesPage({ person, footer }: OtherRolesPageProps) {
  useForgetOtherStructures(person.memberships)
  const withdrawn = (useScopeNews() ?? []).filter(({ kind, isRead }) => kind === 'withdrawn' && isRead)
  const { ledTeams = [], state, trainingBodyId } = person
  const hasSpace = ledTeams.length > 0 || state !== null || Boolean(trainingBodyId)
  return (
    <Page title="Accueil">
      <Stack gap="section">
        {withdrawn.map((one) => (
          <ScopeNewsNotice
            key={one.scope}
            news={one}
            announce="never"
            actions={<ButtonLink href={addresses.sync}>Voir ce qui est gardé ici</ButtonLink>}
          />
        ))}
        <Prose>
          <p>
            Bonjour {person.givenName}. Votre compte est bien reconnu{rolesInWords(person)}.
          </p>
          {withdrawn.length === 0 && !hasSpace && (
            <p>
              Aujourd’hui, Espace Coop sert aux conseillers et conseillères numériques, qui y déposent leurs
              comptes rendus, et à leurs structures d’accueil, qui les lisent. Votre espace n’est pas encore
              ouvert.
            </p>
          )}
        </Prose>
        {withdrawn.length === 0 && !hasSpace && (
          <p>
            <Link href={askForAccessAddress} asChild>
              <ButtonLink variant="primary">Lire les comptes rendus de ma structure</ButtonLink>
            </Link>
          </p>
        )}
        {ledTeams.length > 0 && <OwnTeams teams={ledTeams} />}
        {state && <StateSpace department={state.department} />}
        {trainingBodyId && <TrainingBodySpace body={trainingBodyId} />}
        {footer}
      </Stack>
    </Page>
  )
}

function rolesInWords({ state, teams, trainingBody }: SignedInPerson): string {
  const roles = [
    state &&
      (state.department === null
        ? 'l’État, au niveau national'
        : `l’État, pour le département ${state.department}`),
    teams.length > 0 && `la coordination de ${teams.join(', ')}`,
    trainingBody !== null && `l’organisme de formation ${trainingBody}`,
  ].filter((role) => typeof role === 'string')
  return roles.length === 0 ? '' : ` (${roles.join(', ')})`
}
