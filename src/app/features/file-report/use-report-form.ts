import { useEffect, useState, type FormEvent } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useToday } from '../../data/react/use-today.ts'
import type { FormStart } from './form-start.ts'
import { judgeReport, resolverFor, type FormError } from './judge-report.ts'
import { kindFormOf } from './kind-form.ts'
import type { ReportFormValues } from './form-values.ts'
import { useDraft, type DraftKeeper } from './use-draft.ts'
import { useSave } from './use-save.ts'

export interface ReportFormState {
  form: UseFormReturn<ReportFormValues>
  draft: DraftKeeper
  /** What stood in the way of the last attempt to save. */
  errors: readonly FormError[]
  /** The device could not keep the report. */
  isRefused: boolean
  today: CalendarDay
  submit: (event: FormEvent) => void
}

/** The form's state: what is typed, its draft, and the attempts to save. */
export function useReportForm(
  id: DocumentId,
  { values, before, resumedAt }: FormStart,
  scopes: readonly OwnScope[],
): ReportFormState {
  const today = useToday()
  const db = useDatabase()
  const form = useForm<ReportFormValues>({
    defaultValues: values,
    resolver: resolverFor(() => ({ today, before, scopes })),
    // Done below: a field may have to be unfolded before it can take the focus.
    shouldFocusError: false,
  })
  const draft = useDraft({ db, id, before, isResumed: resumedAt !== undefined, form })
  const save = useSave({ db, id, before, draft })
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [isRefused, setRefused] = useState(false)
  const first = errors[0]
  useEffect(() => {
    if (first) form.setFocus(first.field)
  }, [first, form])

  const trySave = form.handleSubmit(
    (typed) => {
      setErrors([])
      return save(typed, today).catch(() => setRefused(true))
    },
    async () => {
      const typed = form.getValues()
      setErrors(judgeReport(typed, { today, before, scopes }, await kindFormOf(typed.kind)))
    },
  )
  const submit = (event: FormEvent) => {
    setRefused(false)
    void trySave(event)
  }
  return { form, draft, errors, isRefused, today, submit }
}
