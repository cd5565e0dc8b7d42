import { useMemo } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import {
  departmentName,
  isDepartmentCode,
  type DepartmentCode,
} from '../../../domain/territory/departments.ts'
import { addresses } from '../../addresses.ts'
import type { StructuresOf } from '../../data/vouched-structures.ts'
import { stateVouchedAddress } from '../../later-addresses.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { NationVouchedPage } from './NationVouchedPage.tsx'
import { VouchedStructuresPage } from './VouchedStructuresPage.tsx'

export interface StateVouchedPageProps {
  remit: SignedInPerson['state']
  /** Of the nation, the department whose structures are read; all of them by their number without it. */
  asked: string | undefined
}

/** The same for the State: of its department; of the nation by department, and of each by structure. */
export function StateVouchedPage({ remit, asked }: StateVouchedPageProps) {
  if (!remit) {
    return (
      <Page title="Mois attestés" back={{ href: addresses.more }}>
        <EmptyState icon="lock" title="Cette page est réservée à l’État." />
      </Page>
    )
  }
  const { department: own } = remit
  if (own !== null && isDepartmentCode(own)) return <OfDepartment code={own} back={addresses.more} />
  return asked !== undefined && isDepartmentCode(asked) ? (
    <OfDepartment key={asked} code={asked} back={stateVouchedAddress} />
  ) : (
    <NationVouchedPage />
  )
}

function OfDepartment({ code, back }: { code: DepartmentCode; back: string }) {
  const of = useMemo<StructuresOf>(() => ({ kind: 'department', code }), [code])
  return <VouchedStructuresPage of={of} name={departmentName(code)} back={back} />
}
