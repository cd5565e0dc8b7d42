import type { Ref } from 'react'
import type { PublicBilan } from '../../../../domain/access/public-link.ts'
import { timeBlock } from '../bilan/bilan-blocks.ts'
import { bilanModel, yearlyReport, type BilanModel, type BilanPart } from '../bilan/bilan-models.ts'
import styles from '../bilan/bilan.module.css'
import { periodWords } from '../period-words.ts'
import { publicBlocks, publicRows, saysAnything } from './public-blocks.ts'
import { PublicBlock } from './PublicBlock.tsx'
import { PublicFoot } from './PublicFoot.tsx'
import { PublicTime } from './PublicTime.tsx'
import { PublicTotals } from './PublicTotals.tsx'

export interface PublicBilanSheetsProps {
  ref?: Ref<HTMLElement>
  bilan: PublicBilan
  /** Of its title: the first of the page that a link opens, the second where it is read before it is published. */
  level: 1 | 2
}

const models: Readonly<Record<PublicBilan['model'], BilanModel>> = {
  bilan: bilanModel,
  'rapport-annuel': yearlyReport,
}

/** A bilan as anybody reads it behind a link: drawn by this alone, before it is published and after. */
export function PublicBilanSheets({ ref, bilan, level }: PublicBilanSheetsProps) {
  const { title, words, figures } = bilan
  const { sheets } = models[bilan.model]
  const Title = level === 1 ? 'h1' : 'h2'
  const { activities } = figures.totals
  return (
    <article className={styles.bilan} aria-label={title} ref={ref}>
      {sheets
        .filter((parts, index) => index === 0 || parts.some((part) => showsAny(part, bilan)))
        .map((parts, index, shown) => (
          <div key={parts[0]?.title ?? 'first'} className={styles.sheet} data-sheet>
            {index === 0 ? (
              <>
                <header>
                  <Title className={styles.title}>{title}</Title>
                  <p className={styles.whose}>{whoseIs(bilan)}</p>
                  <p>Activité {periodWords(figures.period)}</p>
                </header>
                {words.trim() !== '' && <p className={styles.words}>{words.trim()}</p>}
                <PublicTotals totals={figures.totals} />
                {activities === null && (
                  <p>Moins de cinq personnes ont été accompagnées&nbsp;: aucun chiffre n’est montré.</p>
                )}
                {activities === 0 && <p>Aucune activité n’a été déposée pour ces jours.</p>}
              </>
            ) : (
              <p className={styles.again}>
                {title}, {periodWords(figures.period)}
              </p>
            )}
            {activities !== null &&
              activities > 0 &&
              parts.map((part) => (
                <Part key={part.title ?? part.blocks[0]} part={part} bilan={bilan} level={level} />
              ))}
            {index === shown.length - 1 && <PublicFoot bilan={bilan} />}
          </div>
        ))}
    </article>
  )
}

interface PartProps {
  part: BilanPart
  bilan: PublicBilan
  level: 1 | 2
}

/** The chosen blocks of a part, in its order and under its title. */
function Part({ part, bilan, level }: PartProps) {
  if (!showsAny(part, bilan)) return null
  const { figures, blocks } = bilan
  const { saysNone } = models[bilan.model]
  const PartTitle = level === 1 ? 'h2' : 'h3'
  const inPart = level === 1 ? 'h3' : 'h4'
  const blockLevel = part.title === undefined ? PartTitle : inPart
  return (
    <>
      {part.title !== undefined && <PartTitle className={styles.partTitle}>{part.title}</PartTitle>}
      {hasTime(part, bilan) && <PublicTime figures={figures} level={blockLevel} />}
      <div className={styles.blocks}>
        {publicBlocks
          .filter(({ name }) => part.blocks.includes(name) && blocks.includes(name))
          .map((block) => (
            <PublicBlock
              key={block.name}
              block={block}
              figures={figures}
              none={saysNone[block.name]}
              level={blockLevel}
            />
          ))}
      </div>
    </>
  )
}

function hasTime(part: BilanPart, { blocks }: PublicBilan): boolean {
  return part.blocks.includes(timeBlock.name) && blocks.includes(timeBlock.name)
}

function showsAny(part: BilanPart, bilan: PublicBilan): boolean {
  const { saysNone } = models[bilan.model]
  return (
    hasTime(part, bilan) ||
    publicBlocks.some(
      (block) =>
        part.blocks.includes(block.name) &&
        bilan.blocks.includes(block.name) &&
        (Object.hasOwn(saysNone, block.name) || saysAnything(publicRows(block, bilan.figures))),
    )
  )
}

/** Whose it is, without anybody's name: of the structure and the commune only where the author chose to say so. */
function whoseIs({ owner, of: { structures, communes } }: PublicBilan): string {
  const who =
    owner === 'advisor'
      ? ['Un poste de conseiller numérique', ...structures]
      : structures.length > 0
        ? structures
        : ['Une structure d’accueil de conseillers numériques']
  return [...who, ...communes].join(', ')
}
