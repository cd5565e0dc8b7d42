import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { SelectField } from '../../ui/SelectField.tsx'

export interface AgendaScopeProps {
  scopes: readonly OwnScope[]
  value: ScopeId
  onChange: (scope: ScopeId) => void
}

/** For which structure: asked only of those who work for several. */
export function AgendaScope({ scopes, value, onChange }: AgendaScopeProps) {
  if (scopes.length < 2) return null
  return (
    <SelectField
      label="Pour quelle structure"
      options={scopes.map(({ scope, structureName }) => ({ value: scope, label: structureName }))}
      value={value}
      onChange={({ target }) => {
        const chosen = scopes.find(({ scope }) => scope === target.value)
        if (chosen) onChange(chosen.scope)
      }}
    />
  )
}
