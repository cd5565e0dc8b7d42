import { useState, type KeyboardEvent } from 'react'
import type { Control } from 'react-hook-form'
import { tagMaxLength, tagsMaxCount } from '../../../domain/report/common-fields.ts'
import type { TagList } from '../../../domain/report/tag-list.ts'
import { useUsedTags } from '../../data/react/use-used-tags.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './file-report.module.css'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface TagsFieldProps {
  control: Control<ReportFormValues>
  list: TagList
}

const words: Readonly<Record<TagList, { label: string; add: string; hint: string }>> = {
  tags: { label: 'Étiquettes', add: 'Ajouter une étiquette', hint: 'Pour vous. Pas de nom de personne.' },
  structureTags: {
    label: 'Étiquettes vues par ma structure',
    add: 'Ajouter une étiquette pour ma structure',
    hint: 'Votre structure la voit. Pas de nom de personne.',
  },
}

/** Tags that are offered before any is typed: the most used ones. */
const offeredMost = 6

/** Words to find reports again: the advisor's own, or those that the structure sees too. */
export function TagsField({ control, list }: TagsFieldProps) {
  const field = useReportField(control, list)
  const used = useUsedTags()?.filter((tag) => tag.list === list) ?? []
  const [typed, setTyped] = useState('')
  const [added, setAdded] = useState<readonly string[]>(field.value)
  const usual = used.slice(0, offeredMost).map(({ name }) => name)
  const offered = [...new Set([...usual, ...added])]
  const tag = typed.trim()
  const add = () => {
    if (tag === '') return
    setTyped('')
    setAdded([...new Set([...added, tag])])
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
          label={words[list].label}
          options={offered.map((value) => ({ value, label: value }))}
          values={field.value}
          onChange={field.onChange}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={words[list].add}
          hint={words[list].hint}
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
