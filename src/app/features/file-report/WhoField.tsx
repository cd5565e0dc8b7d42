import { Suspense } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { ageRangeLabels, genderLabels, labelOf, statusLabels } from '../../../domain/report/nomenclature.ts'
import { usePeopleNames } from '../../data/react/use-people-names.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { WhoQuestions } from './lazy-fields.ts'
import type { ReportFormValues } from './form-values.ts'

export interface WhoFieldProps {
  control: Control<ReportFormValues>
  open: boolean
  onToggle: (open: boolean) => void
}

/** Whom: one anonymous person, of whom a few things may be said. */
export function WhoField({ control, open, onToggle }: WhoFieldProps) {
  return (
    <Disclosure summary="Qui" detail={<WhoInShort control={control} />} open={open} onToggle={onToggle}>
      {open && (
        <Suspense fallback={null}>
          <WhoQuestions control={control} />
        </Suspense>
      )}
    </Disclosure>
  )
}

/** What is known of the person, beside the folded question. */
function WhoInShort({ control }: Pick<WhoFieldProps, 'control'>) {
  const [gender, ageRange, status, beneficiary] = useWatch({
    control,
    name: ['gender', 'ageRange', 'status', 'beneficiary'],
  })
  const names = usePeopleNames([beneficiary])
  const who = beneficiary === '' ? 'une personne anonyme' : (names.get(beneficiary) ?? 'une personne suivie')
  const known = [
    gender && labelOf(genderLabels, gender).toLowerCase(),
    ageRange && ageInShort(ageRange),
    status && labelOf(statusLabels, status).toLowerCase(),
  ]
  return <>{[who, ...known].filter(Boolean).join(', ')}</>
}

function ageInShort(code: string): string {
  const label = labelOf(ageRangeLabels, code)
  return /^\d+-\d+$/.test(label) ? `${label}\u00A0ans` : label.toLowerCase()
}
