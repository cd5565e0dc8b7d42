import type { Control } from 'react-hook-form'
import { administrativeThemeLabels } from '../../../domain/report/themes.ts'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { choicesOf } from './choices.ts'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

/** What is asked only of administrative procedures. */
export function AdministrativeFields({ control }: { control: Control<ReportFormValues> }) {
  const themes = useReportField(control, 'administrativeThemes')
  const name = useReportField(control, 'procedureName')
  return (
    <Stack>
      <ChipCheckboxGroup
        label="Démarches"
        need="optional"
        options={choicesOf(administrativeThemeLabels, { chosen: themes.value })}
        values={themes.value}
        onChange={themes.onChange}
        {...themes.tie}
        error={themes.error}
      />
      <TextField
        label="Nom de la démarche"
        need="optional"
        hint="Par exemple&nbsp;: renouveler sa carte d’identité. Pas de nom de personne."
        autoComplete="off"
        value={name.value}
        onChange={name.onChange}
        {...name.tie}
        error={name.error}
      />
    </Stack>
  )
}
