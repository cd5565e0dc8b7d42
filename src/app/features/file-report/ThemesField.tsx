import type { Control } from 'react-hook-form'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import type { ReportFormValues } from './form-values.ts'
import { themeChoices } from './theme-choices.ts'
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
      options={themeChoices(usual, field.value)}
      values={field.value}
      onChange={field.onChange}
      {...field.tie}
      firstShown={shownAtFirst}
      error={field.error}
    />
  )
}
