import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import { reportFromModel } from '../../../domain/report-model/model-fields.ts'
import { reportIn } from '../../../domain/report/report-in.ts'
import type { LocalModel } from '../../data/report-models.ts'
import { QuietSelect } from '../../ui/QuietSelect.tsx'
import type { ReportFormValues } from './form-values.ts'
import { kindFormOf } from './kind-form.ts'

export interface ModelFieldProps {
  form: UseFormReturn<ReportFormValues>
  models: readonly LocalModel[]
  minutes: readonly number[]
  today: CalendarDay
  onBegin: () => void
}

/** Begins from a model of one's own: what it says is filled in, what was typed of the day and the person stays. */
export function ModelField({ form, models, minutes, today, onBegin }: ModelFieldProps) {
  const [chosen, setChosen] = useState('')
  const choose = async (id: string) => {
    setChosen(id)
    const model = models.find((candidate) => candidate.id === id)
    const report = model && reportIn(reportFromModel(model.fields, today))
    if (!report) return
    onBegin()
    const kindForm = await kindFormOf(report.kind)
    const { scope, date, notes, notesShared, beneficiary, participants } = form.getValues()
    const values = kindForm.valuesOf(report, scope, minutes)
    form.reset({ ...values, date, notes, notesShared, beneficiary, participants })
  }
  return (
    <QuietSelect
      label="Partir d’un modèle"
      options={[
        { value: '', label: 'Partir d’un modèle' },
        ...models.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      value={chosen}
      onChange={(event) => void choose(event.target.value)}
    />
  )
}
