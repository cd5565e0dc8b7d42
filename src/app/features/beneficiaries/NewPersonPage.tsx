import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import { addresses, beneficiaryAddress } from '../../addresses.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { PersonForm } from './PersonForm.tsx'

/** Begins the page of a person, without any report. */
export function NewPersonPage({ scopes }: { scopes: readonly OwnScope[] }) {
  const [, navigate] = useLocation()
  const [scope, setScope] = useState(scopes[0]?.scope)
  return (
    <Page
      title="Nouvelle fiche"
      lead="Vous seul la verrez."
      back={{ href: addresses.beneficiaries }}
      isFocused
    >
      {scope === undefined ? (
        <EmptyState
          icon="person"
          title="Seule une personne qui dépose des comptes rendus suit des personnes."
        />
      ) : (
        <Stack>
          {scopes.length > 1 && (
            <SelectField
              label="Pour quelle structure"
              options={scopes.map((own) => ({ value: own.scope, label: own.structureName }))}
              value={scope}
              onChange={(event) => setScope(scopes.find((own) => own.scope === event.target.value)?.scope)}
            />
          )}
          <PersonForm scope={scope} onCreated={(id) => navigate(beneficiaryAddress(id), { replace: true })} />
        </Stack>
      )}
    </Page>
  )
}
