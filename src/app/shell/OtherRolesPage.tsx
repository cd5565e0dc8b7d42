import type { ReactNode } from 'react'
import type { SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { Page } from '../ui/Page.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Stack } from '../ui/Stack.tsx'

export interface OtherRolesPageProps {
  person: SignedInPerson
  footer: ReactNode
}

/** For those whose space is still to come: who they are here, and what exists today. */
export function OtherRolesPage({ person, footer }: OtherRolesPageProps) {
  return (
    <Page title="Accueil">
      <Stack gap="section">
        <Prose>
          <p>
            Bonjour {person.givenName}. Votre compte est bien reconnu{rolesInWords(person)}.
          </p>
          <p>
            Aujourd’hui, Espace Coop sert aux conseillers et conseillères numériques, qui y déposent leurs
            comptes rendus, et à leurs structures d’accueil, qui les lisent. Votre espace n’est pas encore
            ouvert&nbsp;: il n’y a rien à faire pour le moment.
          </p>
        </Prose>
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
