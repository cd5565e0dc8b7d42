import { useMemo } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import { structureAddress } from '../../../addresses.ts'
import type { Group } from '../../../data/group-figures.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { structureBilanAddress } from '../bilan/bilan-address.ts'
import { GroupFiguresPage } from './GroupFiguresPage.tsx'

export interface StructureFiguresPageProps {
  membership: Membership
}

/** What a structure's advisors did, for its members. */
export function StructureFiguresPage({
  membership: { structureId, structureName },
}: StructureFiguresPageProps) {
  const group = useMemo<Group>(() => ({ kind: 'structure', id: structureId }), [structureId])
  return (
    <GroupFiguresPage
      group={group}
      name={structureName}
      back={structureAddress(structureId)}
      leadOf={(days) => `${days}, par les comptes rendus de vos conseillers et conseillères.`}
      nobody={
        <EmptyState icon="people" title="Personne n’est rattaché à votre structure pour le moment.">
          Les chiffres s’afficheront ici dès que vous aurez un conseiller ou une conseillère.
        </EmptyState>
      }
      bilanAddressOf={(query) => structureBilanAddress(structureId, 'bilan', query)}
      rule="Sont comptés les comptes rendus envoyés, pour les jours où un contrat vous lie. Le profil des personnes accompagnées n’est pas montré."
    />
  )
}
