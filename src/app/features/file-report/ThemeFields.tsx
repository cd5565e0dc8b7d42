import { useWatch } from 'react-hook-form'
import { Stack } from '../../ui/Stack.tsx'
import { AdministrativeFields } from './AdministrativeFields.tsx'
import { ThemesField, type ThemesFieldProps } from './ThemesField.tsx'

/** What was worked on, and what goes with some of it only. */
export function ThemeFields({ control, usual }: ThemesFieldProps) {
  const themes = useWatch({ control, name: 'themes' })
  return (
    <Stack>
      <ThemesField control={control} usual={usual} />
      {themes.includes('aide_aux_demarches_administratives') && <AdministrativeFields control={control} />}
    </Stack>
  )
}
