import type { Control } from 'react-hook-form'
import { FieldGroup } from '../../../ui/FieldGroup.tsx'
import { Stepper } from '../../../ui/Stepper.tsx'
import type { ReportFormValues } from '../form-values.ts'
import { useReportField } from '../use-report-field.ts'
import styles from './other-kinds.module.css'
import { countOf, sumOfCounts } from './typed-counts.ts'

export interface MarginFieldProps {
  control: Control<ReportFormValues>
  name: 'genderCounts' | 'ageCounts' | 'statusCounts'
  label: string
  labels: Readonly<Record<string, string>>
  /** How many people there are to divide. */
  total: number
}

/** How many of each answer there were among anonymous people: never more than they are, the rest being unknown. */
export function MarginField({ control, name, label, labels, total }: MarginFieldProps) {
  const field = useReportField(control, name)
  const left = Math.max(0, total - sumOfCounts(field.value))
  const parts = Object.entries(labels).filter(([code]) => code !== 'non_communique')
  return (
    <FieldGroup label={label} error={field.error}>
      <div className={styles.parts}>
        {parts.map(([code, part], index) => (
          <Stepper
            key={code}
            label={part}
            value={field.value[code] ?? ''}
            min={0}
            max={countOf(field.value[code] ?? '') + left}
            onChange={(text) => field.onChange({ ...field.value, [code]: text })}
            onBlur={field.tie.onBlur}
            {...(index === 0 ? { ref: field.tie.ref } : {})}
          />
        ))}
      </div>
      <output className={styles.rest}>
        {labels['non_communique']}&nbsp;: {left}
      </output>
    </FieldGroup>
  )
}
