import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { Link, Redirect } from 'wouter'
import { askForAccessAddress } from '../../later-addresses.ts'
import { addresses, structureAddress } from '../../addresses.ts'
import { useForgetOtherStructures } from '../../data/react/use-forget-other-structures.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'

/** To the person's first structure. */
export function StructureHomePage({ memberships }: { memberships: readonly Membership[] }) {
  useForgetOtherStructures(memberships)
  const [first] = memberships
  if (first) return <Redirect to={structureAddress(first.structureId)} replace />
  return (
    <Page title="Structure" back={{ href: addresses.home }}>
      <EmptyState
        icon="building"
        title="Aucune structure ne vous est rattachée."
        action={
          <Link href={askForAccessAddress} asChild>
            <ButtonLink>Demander l’accès</ButtonLink>
          </Link>
        }
      >
        Demandez l’accès à celle qui vous emploie, ou une invitation à la personne qui en est responsable.
      </EmptyState>
    </Page>
  )
}
