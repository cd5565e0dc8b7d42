import { useState } from 'react'
import type { Trainees } from '../../../../../domain/access/training-on-the-wire.ts'
import type { LineKind } from '../../../../../domain/commitments/training/training-lines.ts'
import {
  partLabels,
  partSchema,
  type Part,
} from '../../../../../domain/commitments/training/training-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { ChipRadioGroup } from '../../../../ui/ChipRadioGroup.tsx'
import { FieldGroup } from '../../../../ui/FieldGroup.tsx'
import { counted } from '../../../../ui/format/number.ts'
import { Row } from '../../../../ui/Row.tsx'
import { Stack } from '../../../../ui/Stack.tsx'

export interface ChooseFollowersProps {
  trainees: Trainees['trainees']
  /** How many sessions the calendar has. */
  events: number
  onChosen: (followers: Trainees['trainees'], kind: LineKind) => void
  onCancel: () => void
}

/** A calendar names nobody: who follows it is said here, and what it is a calendar of. */
export function ChooseFollowers({ trainees, events, onChosen, onCancel }: ChooseFollowersProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [part, setPart] = useState<Part | null>('formation')
  const toggle = (scope: string) =>
    setChosen(
      (before) =>
        new Set(before.has(scope) ? [...before].filter((one) => one !== scope) : [...before, scope]),
    )
  const followers = trainees.filter(({ scope }) => chosen.has(scope))
  return (
    <Stack gap="section">
      <p>{counted(events, 'séance lue', 'séances lues')} dans cet agenda.</p>
      <ChipRadioGroup
        label="Ce qui a lieu"
        options={partSchema.options.map((value) => ({ value, label: partLabels[value] }))}
        value={part}
        onChange={setPart}
      />
      <FieldGroup label="Qui suit ce calendrier">
        {trainees.map(({ scope, name, structureName }) => (
          <Checkbox
            key={scope}
            label={`${name}, ${structureName}`}
            checked={chosen.has(scope)}
            onChange={() => toggle(scope)}
          />
        ))}
      </FieldGroup>
      <Row>
        <Button
          variant="primary"
          disabled={followers.length === 0}
          onClick={() => onChosen(followers, part ?? 'formation')}
        >
          Voir les lignes
        </Button>
        <Button onClick={onCancel}>Choisir un autre fichier</Button>
      </Row>
    </Stack>
  )
}
