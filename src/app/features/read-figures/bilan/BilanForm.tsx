import { bilanTitleMost, bilanWordsMost } from '../../../../domain/access/public-link.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { ChipCheckboxGroup } from '../../../ui/ChipCheckboxGroup.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { AskedFigures } from '../use-figures.ts'
import { blocksToChoose, timeBlock } from './bilan-blocks.ts'
import type { BilanModel } from './bilan-models.ts'
import { RoomOnPaper } from './RoomOnPaper.tsx'

export interface BilanFormProps {
  model: BilanModel
  choices: BilanChoices
  asked: AskedFigures
  /** Sheets of paper that the choices take; undefined until they are drawn. */
  sheets: number | undefined
  onChoices: (choices: BilanChoices) => void
}

/** One’s own title, words and choice of blocks: kept on this device as one types. */
export function BilanForm({ model, choices, asked, sheets, onChoices }: BilanFormProps) {
  const options = [timeBlock, ...blocksToChoose(asked.figures, model.saysNone)].map(({ name, title }) => ({
    value: name,
    label: title,
  }))
  return (
    <>
      <TextField
        label="Titre"
        value={choices.title}
        maxLength={bilanTitleMost}
        onChange={({ target }) => onChoices({ ...choices, title: target.value })}
      />
      <TextArea
        label="Vos mots"
        need="optional"
        hint="Ce qui a compté sur la période, sans nommer les personnes accompagnées."
        value={choices.words}
        limit={bilanWordsMost}
        onChange={({ target }) => onChoices({ ...choices, words: target.value })}
      />
      <Stack gap="close">
        <ChipCheckboxGroup
          label="Ce qui est montré"
          options={options}
          values={choices.blocks}
          onChange={(blocks) => onChoices({ ...choices, blocks })}
        />
        <RoomOnPaper most={model.sheets.length} sheets={sheets} />
      </Stack>
    </>
  )
}
