import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { addresses, structureAddress } from '../../addresses.ts'
import {
  structureAbsencesAddress,
  structureAccessAddress,
  structureFiguresAddress,
  structureQuestionsAddress,
} from '../../later-addresses.ts'
import { useForgetOtherStructures } from '../../data/react/use-forget-other-structures.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityList } from './ActivityList.tsx'
import { matchesFilter, noFilter } from './activity-filter.ts'
import { CheckMonthLink } from './check-month/CheckMonthLink.tsx'
import { MoreActivities } from './MoreActivities.tsx'
import { NotShown } from './NotShown.tsx'
import { ReadState } from './ReadState.tsx'
import { useStructureActivities } from './use-structure-activities.ts'

export interface StructurePageProps {
  memberships: readonly Membership[]
  structureId: StructureId
}

/** The employer's list: its advisors' activities, the newest first, as the server lets it read them. */
export function StructurePage({ memberships, structureId }: StructurePageProps) {
  useForgetOtherStructures(memberships)
  const membership = memberships.find((own) => own.structureId === structureId)
  if (!membership) return <NotYours />
  return (
    <Page title={membership.structureName} lead="Activités de vos conseillers et conseillères">
      <Stack>
        <Row>
          <Link href={structureFiguresAddress(structureId)} asChild>
            <ButtonLink icon="chart">Voir les chiffres</ButtonLink>
          </Link>
          <Link href={structureAccessAddress(structureId)} asChild>
            <ButtonLink icon="lock">Voir qui a accès</ButtonLink>
          </Link>
          <CheckMonthLink structureId={structureId} />
          <Link href={structureAbsencesAddress(structureId)} asChild>
            <ButtonLink icon="calendar">Voir les absences</ButtonLink>
          </Link>
          <Link href={structureQuestionsAddress(structureId)} asChild>
            <ButtonLink>Voir les questions</ButtonLink>
          </Link>
        </Row>
        {memberships.length > 1 && <StructureSwitch memberships={memberships} structureId={structureId} />}
        <Activities key={structureId} structureId={structureId} />
      </Stack>
    </Page>
  )
}

function Activities({ structureId }: { structureId: StructureId }) {
  const { items, hasMore, readAt, phase, readMore } = useStructureActivities(structureId)
  const [filter, setFilter] = useState(noFilter)
  const found = items.filter((activity) => matchesFilter(activity, filter))
  return (
    <>
      <ReadState phase={phase} readAt={readAt} isEmpty={items.length === 0} />
      {items.length > 0 && (
        <ActivityFilters
          activities={items}
          filter={filter}
          onChange={setFilter}
          found={found.length}
          hasMore={hasMore}
        />
      )}
      <ActivityList structureId={structureId} activities={found} />
      {hasMore && <MoreActivities isReading={phase === 'asking'} onMore={readMore} />}
      {phase === 'read' && items.length === 0 && (
        <EmptyState icon="list" title="Aucune activité pour le moment.">
          Les comptes rendus de vos conseillers et conseillères apparaissent ici dès qu’ils sont envoyés.
        </EmptyState>
      )}
      <NotShown />
    </>
  )
}

function StructureSwitch({ memberships, structureId }: StructurePageProps) {
  const [, navigate] = useLocation()
  return (
    <SelectField
      label="Structure"
      options={memberships.map(({ structureId: value, structureName: label }) => ({ value, label }))}
      value={structureId}
      onChange={({ target }) => {
        const chosen = memberships.find((own) => own.structureId === target.value)
        if (chosen) navigate(structureAddress(chosen.structureId))
      }}
    />
  )
}

function NotYours() {
  return (
    <Page title="Structure" back={{ href: addresses.structure }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à cette structure.">
        Demandez l’accès à la personne qui en est responsable.
      </EmptyState>
    </Page>
  )
}
