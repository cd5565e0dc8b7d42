import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import type { AskedFigures } from '../use-figures.ts'
import { blocksToChoose, timeBlock } from './bilan-blocks.ts'
import type { BilanModel, BilanPart } from './bilan-models.ts'
import { BilanBlock } from './BilanBlock.tsx'
import { BilanTime } from './BilanTime.tsx'
import styles from './bilan.module.css'

export interface BilanPartBlocksProps {
  part: BilanPart
  model: BilanModel
  choices: BilanChoices
  asked: AskedFigures
  names: FacetNames
}

/** The chosen blocks of a part, in its order and under its title; nothing where none is chosen. */
export function BilanPartBlocks({ part, model, choices, asked, names }: BilanPartBlocksProps) {
  const { figures } = asked
  const known = blocksToChoose(figures, model.saysNone)
  const shown = part.blocks.filter((name) => choices.blocks.includes(name))
  const blocks = shown.flatMap((name) => known.find((block) => block.name === name) ?? [])
  const hasTime = shown.includes(timeBlock.name)
  if (blocks.length === 0 && !hasTime) return null
  const level = part.title === undefined ? 'h3' : 'h4'
  return (
    <>
      {part.title !== undefined && <h3 className={styles.partTitle}>{part.title}</h3>}
      {hasTime && <BilanTime asked={asked} level={level} />}
      {blocks.length > 0 && (
        <div className={styles.blocks}>
          {blocks.map((block) => (
            <BilanBlock
              key={block.name}
              block={block}
              figures={figures}
              names={names}
              none={model.saysNone[block.name]}
              level={level}
            />
          ))}
        </div>
      )}
    </>
  )
}
