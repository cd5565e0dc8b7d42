import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { FileField } from '../../ui/FileField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { refusals } from './refusals.ts'

export interface ChooseFileProps {
  scopes: readonly OwnScope[]
  scope: ScopeId
  onScope: (scope: ScopeId) => void
  refusal: keyof typeof refusals | undefined
  onChoose: (file: File) => void
}

/** The file, and for which structure; nothing is kept of it before the person has seen what it would bring. */
export function ChooseFile({ scopes, scope, onScope, refusal, onChoose }: ChooseFileProps) {
  const choose = (value: string) => {
    const chosen = scopes.find((own) => own.scope === value)
    if (chosen) onScope(chosen.scope)
  }
  return (
    <Stack>
      <p>
        Un export d’Espace Coop, un fichier d’un autre outil (une ligne par activité), ou une liste de lieux
        du schéma national. Vous verrez ligne par ligne ce qui viendra avant que rien ne soit enregistré, et
        reprendre deux fois le même fichier ne double rien.
      </p>
      {scopes.length > 1 && (
        <SelectField
          label="Pour quelle structure"
          options={scopes.map((own) => ({ value: own.scope, label: own.structureName }))}
          value={scope}
          onChange={(event) => choose(event.target.value)}
        />
      )}
      <FileField
        label="Fichier à reprendre"
        hint="CSV, classeur (.xlsx) ou JSON, 50 000 lignes au plus."
        accept=".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json"
        error={refusal && `${refusals[refusal]} Rien n’a été repris.`}
        onChoose={onChoose}
      />
    </Stack>
  )
}
