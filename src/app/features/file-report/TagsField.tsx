import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { Control } from 'react-hook-form'
import { tagMaxLength, tagsMaxCount } from '../../../domain/report/common-fields.ts'
import { tagMeant, tagsLike, type TagList } from '../../../domain/report/tag-list.ts'
import { useRecentTags } from '../../data/react/use-used-tags.ts'
import { Button } from '../../ui/Button.tsx'
import { ChipCheckboxGroup } from '../../ui/ChipCheckboxGroup.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './file-report.module.css'
import type { ReportFormValues } from './form-values.ts'
import { useReportField } from './use-report-field.ts'

export interface TagsFieldProps {
  control: Control<ReportFormValues>
  list: TagList
}

const words: Readonly<Record<TagList, { label: string; add: string; hint: string }>> = {
  tags: {
    label: 'Mes étiquettes',
    add: 'Ajouter une étiquette',
    hint: 'Pour vous seul. Pas de nom de personne.',
  },
  structureTags: {
    label: 'Étiquettes vues par ma structure',
    add: 'Ajouter une étiquette pour ma structure',
    hint: 'Votre structure la voit. Pas de nom de personne.',
  },
}

/** Tags that are offered before any is typed: the most used ones. */
const offeredMost = 6
const likeMost = 4

/** Words to find reports again: the advisor's own, or those that the structure sees too. */
export function TagsField({ control, list }: TagsFieldProps) {
  const { value: chosen, onChange, error, tie } = useReportField(control, list)
  const { known, offered, offer } = useOffered(list, chosen)
  const [typed, setTyped] = useState('')
  const around = useRef<HTMLDivElement>(null)
  const isFull = chosen.length >= tagsMaxCount
  const like = tagsLike(typed, known)
    .filter((name) => !chosen.includes(name))
    .slice(0, likeMost)
  const add = (text: string) => {
    const tag = tagMeant(text, known)
    if (tag === '') return
    setTyped('')
    offer(tag)
    onChange([...new Set([...chosen, tag])])
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // Otherwise Enter would file the report.
    event.preventDefault()
    add(typed)
  }
  // What is typed isn't lost by leaving the field, but for the tags that are offered under it.
  const addOnLeaving = (event: FocusEvent) => {
    if (!around.current?.contains(event.relatedTarget)) add(typed)
  }
  return (
    <Stack gap="close">
      {offered.length > 0 && (
        <ChipCheckboxGroup
          label={words[list].label}
          options={offered.map((value) => ({ value, label: value }))}
          values={chosen}
          onChange={onChange}
        />
      )}
      <div ref={around} onBlur={addOnLeaving}>
        <Stack gap="close">
          <div className={styles.pair}>
            <TextField
              label={words[list].add}
              hint={isFull ? 'Vingt étiquettes au plus.' : words[list].hint}
              value={typed}
              maxLength={tagMaxLength}
              disabled={isFull}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={addOnEnter}
              autoComplete="off"
              error={error}
              {...tie}
            />
            <Button disabled={isFull} onClick={() => add(typed)}>
              Ajouter
            </Button>
          </div>
          <Status>{like.length > 0 && 'Elle existe peut-être déjà\u00A0:'}</Status>
          {like.length > 0 && (
            <Row>
              {like.map((name) => (
                <Button key={name} icon="plus" onClick={() => add(name)}>
                  {name}
                </Button>
              ))}
            </Row>
          )}
        </Stack>
      </div>
    </Stack>
  )
}

/** Tags that exist in this list, and those among them that are shown to be ticked. */
function useOffered(list: TagList, chosen: readonly string[]) {
  const used = useRecentTags()?.filter((tag) => tag.list === list) ?? []
  const [added, setAdded] = useState<readonly string[]>(chosen)
  const known = [...new Set([...used.map(({ name }) => name), ...added])]
  return {
    known,
    offered: [...new Set([...known.slice(0, offeredMost), ...added, ...chosen])],
    offer: (tag: string) => setAdded([...new Set([...added, tag])]),
  }
}
