import { useMemo, useState } from 'react'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import {
  departmentCodes,
  departmentName,
  isDepartmentCode,
  type DepartmentCode,
} from '../../../domain/territory/departments.ts'
import { addresses } from '../../addresses.ts'
import type { StructuresOf } from '../../data/vouched-structures.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { VouchedStructuresPage } from './VouchedStructuresPage.tsx'

/** The same for the State: of its department, or of one that the nation chooses. */
export function StateVouchedPage({ remit }: { remit: SignedInPerson['state'] }) {
  const [chosen, setChosen] = useState<DepartmentCode>()
  const own = remit?.department
  const code = own != null && isDepartmentCode(own) ? own : chosen
  const of = useMemo<StructuresOf | undefined>(() => code && { kind: 'department', code }, [code])
  if (!remit) {
    return (
      <Page title="Mois attestés" back={{ href: addresses.more }}>
        <EmptyState icon="lock" title="Cette page est réservée à l’État." />
      </Page>
    )
  }
  if (of && code) return <VouchedStructuresPage key={code} of={of} name={departmentName(code)} />
  return (
    <Page title="Mois attestés" lead="Choisissez un département." back={{ href: addresses.more }}>
      <SelectField
        label="Département"
        placeholder="Choisissez un département"
        options={departmentCodes.map((value) => ({ value, label: `${value} ${departmentName(value)}` }))}
        value=""
        onChange={({ target }) => setChosen(departmentCodes.find((one) => one === target.value))}
      />
    </Page>
  )
}
