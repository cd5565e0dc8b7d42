import type { Control } from 'react-hook-form'
import type { ReportFormValues } from '../form-values.ts'
import { NoteField } from '../NoteField.tsx'
import { TagsField } from '../TagsField.tsx'

/** What every kind may say in words. */
export function WordsFields({ control }: { control: Control<ReportFormValues> }) {
  return (
    <>
      <NoteField control={control} />
      <TagsField control={control} list="tags" />
      <TagsField control={control} list="structureTags" />
    </>
  )
}
