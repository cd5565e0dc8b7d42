import type { Control } from 'react-hook-form'
import { themeLabels } from '../../../domain/report/themes.ts'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { choicesOf } from './choices.ts'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface ThemesFieldProps {
  control: Control<ReportFormValues>
  /** This advisor's themes, most used first. */
  usual: readonly string[]
}

/** Chips shown before *Toutes…*: what fits beside the rest on the screen of a phone. */
const shownAtFirst = 4

/** What was worked on, this advisor's usual themes first. */
export function ThemesField({ control, usual }: ThemesFieldProps) {
  const field = useReportField(control, 'themes')
  return (
    <ChipCheckboxGroup
      label="Sur quoi"
      options={choicesOf(labelsOnChips, { first: [...usual, ...firstForAll], chosen: field.value })}
      values={field.value}
      onChange={field.onChange}
      {...field.tie}
      firstShown={shownAtFirst}
      error={field.error}
    />
  )
}

/** Shorter words where the chip would take a line of a phone by itself. */
const labelsOnChips = {
  ...themeLabels,
  aide_aux_demarches_administratives: 'Démarches administratives',
  reseaux_sociaux: 'Réseaux sociaux',
}

/** What advisors are asked most, for one who has no habits yet. */
const firstForAll = [
  'aide_aux_demarches_administratives',
  'email',
  'prendre_en_main_du_materiel',
  'navigation_sur_internet',
  'securite_numerique',
]
