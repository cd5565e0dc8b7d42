import type { Control } from 'react-hook-form'
import { useRemembered } from '../../ui/use-remembered.ts'
import { DetailFields } from './DetailFields.tsx'
import type { FormError, FormField } from './judge-report.ts'
import type { ReportFormValues } from './report-form.ts'
import styles from './file-report.module.css'
import { WhoField } from './WhoField.tsx'

export interface FoldedFieldsProps {
  control: Control<ReportFormValues>
  errors: readonly FormError[]
}

/** What may stay folded, as this person left it; never over something to correct. */
export function FoldedFields({ control, errors }: FoldedFieldsProps) {
  const [who, setWho] = useRemembered('report-form-who', false)
  const [detail, setDetail] = useRemembered('report-form-detail', false)
  const holdsError = (fields: readonly FormField[]) => errors.some(({ field }) => fields.includes(field))
  return (
    <div className={styles.folded}>
      <WhoField control={control} open={who || holdsError(whoFields)} onToggle={setWho} />
      <DetailFields control={control} open={detail || holdsError(detailFields)} onToggle={setDetail} />
    </div>
  )
}

const whoFields: readonly FormField[] = ['alreadyAccompanied', 'residence', 'gender', 'ageRange', 'status']
const detailFields: readonly FormField[] = [
  'autonomy',
  'equipment',
  'oriented',
  'orientation',
  'unmetNeeds',
  'notes',
  'notesShared',
  'tags',
]
