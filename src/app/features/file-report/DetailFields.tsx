import { Suspense } from 'react'
import type { Control } from 'react-hook-form'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DetailQuestions } from './lazy-fields.ts'
import type { ReportFormValues } from './form-values.ts'

export interface DetailFieldsProps {
  control: Control<ReportFormValues>
  open: boolean
  onToggle: (open: boolean) => void
}

/** *Préciser*: what is never required. Folded or not, as this person left it. */
export function DetailFields({ control, open, onToggle }: DetailFieldsProps) {
  return (
    <Disclosure
      summary="Préciser"
      detail="autonomie, matériel, orientation, note"
      open={open}
      onToggle={onToggle}
    >
      {open && (
        <Suspense fallback={null}>
          <DetailQuestions control={control} />
        </Suspense>
      )}
    </Disclosure>
  )
}
