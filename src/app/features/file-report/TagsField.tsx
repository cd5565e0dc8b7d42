import { useState, type KeyboardEvent } from 'react'
import type { Control } from 'react-hook-form'
import { tagMaxLength, tagsMaxCount } from '../../../domain/report/common-fields.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './file-report.module.css'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

/** The advisor's own words to find reports again. */
export function TagsField({ control }: { control: Control<ReportFormValues> }) {
  const field = useReportField(control, 'tags')
  const [typed, setTyped] = useState('')
  const [offered, setOffered] = useState<readonly string[]>(field.value)
  const tag = typed.trim()
  const add = () => {
    if (tag === '') return
    setTyped('')
    setOffered([...new Set([...offered, tag])])
    field.onChange([...new Set([...field.value, tag])])
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // Otherwise Enter would file the report.
    event.preventDefault()
    add()
  }
  return (
    <Stack gap="close">
      {offered.length > 0 && (
        <ChipCheckboxGroup
          label="Étiquettes"
          options={offered.map((value) => ({ value, label: value }))}
          values={field.value}
          onChange={field.onChange}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label="Ajouter une étiquette"
          hint="Pas de nom de personne."
          value={typed}
          maxLength={tagMaxLength}
          disabled={field.value.length >= tagsMaxCount}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={addOnEnter}
          autoComplete="off"
          error={field.error}
          {...field.tie}
          onBlur={add}
        />
        <Button onClick={add}>Ajouter</Button>
      </div>
    </Stack>
  )
}
