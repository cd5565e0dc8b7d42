import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { useRemembered } from '../../ui/use-remembered.ts'
import { DetailFields } from './DetailFields.tsx'
import type { FormError } from './judge-report.ts'
import type { FormField } from './kind-form.ts'
import type { ReportFormValues } from './form-values.ts'
import styles from './file-report.module.css'
import { WhoField } from './WhoField.tsx'

export interface FoldedFieldsProps {
  control: Control<ReportFormValues>
  /** What the form opened with. */
  values: ReportFormValues
  errors: readonly FormError[]
}

/** What may stay folded, as this person left it; never over what is already said, nor over something to correct. */
export function FoldedFields({ control, values, errors }: FoldedFieldsProps) {
  const [who, setWho] = useFold('report-form-who', holdsAnswer(values, whoFields))
  const [detail, setDetail] = useFold('report-form-detail', holdsAnswer(values, detailFields))
  const holdsError = (fields: readonly FormField[]) => errors.some(({ field }) => fields.includes(field))
  return (
    <div className={styles.folded}>
      <WhoField control={control} open={who || holdsError(whoFields)} onToggle={setWho} />
      <DetailFields control={control} open={detail || holdsError(detailFields)} onToggle={setDetail} />
    </div>
  )
}

function useFold(name: string, isFilled: boolean): [boolean, (open: boolean) => void] {
  const [remembered, remember] = useRemembered(name, false)
  const [isOpen, setOpen] = useState(remembered || isFilled)
  const toggle = (open: boolean) => {
    setOpen(open)
    remember(open)
  }
  return [isOpen, toggle]
}

function holdsAnswer(values: ReportFormValues, fields: readonly FormField[]): boolean {
  return fields.some((field) => {
    const value = values[field]
    return typeof value === 'boolean' ? value : Object.keys(value).length > 0
  })
}

const whoFields: readonly FormField[] = [
  'beneficiary',
  'alreadyAccompanied',
  'residence',
  'gender',
  'ageRange',
  'status',
]
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
