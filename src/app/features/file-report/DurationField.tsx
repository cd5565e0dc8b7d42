import type { Control } from 'react-hook-form'
import { ChipRadioGroup } from '../../ui/ChipRadioGroup.tsx'
import { formatDuration } from '../../ui/format/duration.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import styles from './file-report.module.css'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface DurationFieldProps {
  control: Control<ReportFormValues>
  /** Minutes that have a chip. */
  offered: readonly number[]
}

/** How long: a chip, or any other duration typed in hours and minutes. */
export function DurationField({ control, offered }: DurationFieldProps) {
  const field = useReportField(control, 'duration')
  const choices = [
    ...offered.map((minutes) => ({ value: String(minutes), label: formatDuration(minutes) })),
    { value: 'autre', label: 'Autre' },
  ]
  return (
    <Stack gap="close">
      <ChipRadioGroup
        label="Durée"
        options={choices}
        value={field.value || null}
        onChange={field.onChange}
        {...field.tie}
        error={field.error}
      />
      {field.value === 'autre' && <OtherDuration control={control} />}
    </Stack>
  )
}

function OtherDuration({ control }: Pick<DurationFieldProps, 'control'>) {
  const hours = useReportField(control, 'otherHours')
  const minutes = useReportField(control, 'otherMinutes')
  return (
    <div className={styles.pair}>
      <NumberField
        label="Heures"
        value={hours.value}
        onChange={hours.onChange}
        {...hours.tie}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the chip was just chosen in order to type here
        autoFocus={hours.value === '' && minutes.value === ''}
      />
      <NumberField
        label="Minutes"
        value={minutes.value}
        onChange={minutes.onChange}
        {...minutes.tie}
        error={minutes.error}
      />
    </div>
  )
}
