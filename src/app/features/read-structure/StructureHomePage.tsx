import { Redirect } from 'wouter'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { addresses, structureAddress } from '../../addresses.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'

/** To the person's first structure. */
export function StructureHomePage({ memberships }: { memberships: readonly Membership[] }) {
  const [first] = memberships
  if (first) return <Redirect to={structureAddress(first.structureId)} replace />
  return (
    <Page title="Structure" back={{ href: addresses.home }}>
      <EmptyState icon="building" title="Aucune structure ne vous est rattachée.">
        Demandez à la personne responsable de la structure de vous ajouter.
      </EmptyState>
    </Page>
  )
}
