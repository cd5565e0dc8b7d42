import type { BilanChoices } from '../../../data/bilan.ts'
import { ChipCheckboxGroup } from '../../../ui/ChipCheckboxGroup.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { AskedFigures } from '../use-figures.ts'
import { blocksToChoose, timeBlock } from './bilan-blocks.ts'

export interface BilanFormProps {
  choices: BilanChoices
  asked: AskedFigures
  onChoices: (choices: BilanChoices) => void
}

export const titleMost = 120
export const wordsMost = 1500

/** One’s own title, words and choice of blocks: kept on this device as one types. */
export function BilanForm({ choices, asked, onChoices }: BilanFormProps) {
  const options = [timeBlock, ...blocksToChoose(asked.figures)].map(({ name, title }) => ({
    value: name,
    label: title,
  }))
  return (
    <>
      <TextField
        label="Titre"
        value={choices.title}
        maxLength={titleMost}
        onChange={({ target }) => onChoices({ ...choices, title: target.value })}
      />
      <TextArea
        label="Vos mots"
        need="optional"
        hint="Ce qui a compté sur la période, sans nommer personne."
        value={choices.words}

        onChange={({ target }) => onChoices({ ...choices, words: target.value.slice(0, wordsMost) })}
      />
      <ChipCheckboxGroup
        label="Ce qui est montré"
        options={options}
        values={choices.blocks}
        onChange={(blocks) => onChoices({ ...choices, blocks })}
      />
    </>
  )
}
