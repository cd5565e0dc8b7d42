import { Notice } from '../../ui/Notice.tsx'
import { counted } from '../../ui/format/number.ts'
import type { FormError } from './judge-report.ts'
import type { FormField } from './kind-form.ts'
import styles from './file-report.module.css'

export interface ErrorSummaryProps {
  errors: readonly FormError[]
  onGoTo: (field: FormField) => void
}

/** What is to correct, before the form: each line goes to its field. What was typed stays. */
export function ErrorSummary({ errors, onGoTo }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <Notice
      tone="bad"
      title={`Il reste ${counted(errors.length, 'point', 'points')} à corriger avant d’enregistrer.`}
    >
      <ul className={styles.errors}>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <button type="button" className={styles.error} onClick={() => onGoTo(field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
