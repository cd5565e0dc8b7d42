import {
  monthsOfOffered,
  offeredPeriods,
  type OfferedPeriod,
} from '../../../../domain/statistics/offered-periods.ts'
import type { TimeStep } from '../../../../domain/statistics/timeline.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { blockDefinitions } from '../block-definitions.ts'
import { timeBlock } from './bilan-blocks.ts'

export type BilanModelName = 'bilan' | 'rapport-annuel'

/** Blocks that are read together. */
export interface BilanPart {
  /** Said where one sheet has several parts. */
  readonly title?: string
  readonly blocks: readonly string[]
}

/** How a bilan is laid out, and where its choices begin. */
export interface BilanModel {
  readonly name: BilanModelName
  readonly label: string
  /** What it begins from: its usual blocks fit on its sheets. */
  readonly first: BilanChoices
  /** Sheets of paper, each with its parts in the order in which they are read. */
  readonly sheets: readonly (readonly BilanPart[])[]
  /** Whether totals say how they changed since the period before. */
  readonly saysChange: boolean
  /** What is said of blocks of which there is nothing, where that is worth saying. */
  readonly saysNone: Readonly<Record<string, string>>
  /** How its time is cut; as paper has room for unless said. */
  readonly step: TimeStep | undefined
  readonly periods: readonly OfferedPeriod[]
  /** Taken where no period of its own was chosen. */
  readonly firstPeriod: OfferedPeriod
}

/** One page, of an advisor. */
export const bilanModel: BilanModel = {
  name: 'bilan',
  label: 'Bilan d’activité, sur une page',
  first: {
    title: 'Bilan d’activité',
    words: '',
    blocks: [timeBlock.name, 'thematiques', 'missions', 'types-de-lieu', 'durees', 'age', 'sexe'],
  },
  sheets: [[{ blocks: [timeBlock.name, ...blockDefinitions.map(({ name }) => name)] }]],
  saysChange: false,
  saysNone: {},
  step: undefined,
  periods: offeredPeriods,
  firstPeriod: 'mois',
}

/** The same page of a structure, which reads nothing of who the people are: it begins with what they came for and where. */
export const structureBilan: BilanModel = {
  ...bilanModel,
  first: {
    ...bilanModel.first,
    blocks: [timeBlock.name, 'thematiques', 'demarches', 'missions', 'types-de-lieu', 'communes', 'durees'],
  },
}

/** The year of a structure on two pages, for its municipal council. */
export const yearlyReport: BilanModel = {
  name: 'rapport-annuel',
  label: 'Rapport annuel, sur deux pages',
  first: {
    title: 'Rapport annuel d’activité',
    words: '',
    blocks: [
      timeBlock.name,
      'missions',
      'durees',
      'types',
      'heures',
      'types-de-lieu',
      'thematiques',
      'demarches',
      'besoins',
      'orientations',
      'lieux',
      'communes',
    ],
  },
  sheets: [
    [
      { blocks: [timeBlock.name] },
      {
        title: 'Les missions et l’activité',
        blocks: ['missions', 'durees', 'types-de-lieu', 'types', 'heures', 'temps', 'delai'],
      },
    ],
    [
      {
        title: 'Les besoins auxquels il a été répondu',
        blocks: ['thematiques', 'demarches', 'materiel', 'autonomie', 'niveau'],
      },
      { title: 'Les besoins restés sans réponse, et les orientations', blocks: ['besoins', 'orientations'] },
      { title: 'Les lieux et les communes', blocks: ['lieux', 'communes'] },
    ],
  ],
  saysChange: true,
  saysNone: {
    besoins: 'Aucun n’a été noté sur cette période.',
    orientations: 'Aucune n’a été notée sur cette période.',
  },
  step: 'mois',
  periods: offeredPeriods.filter((name) => monthsOfOffered[name] === 12),
  firstPeriod: 'annee-derniere',
}

export const structureModels: readonly BilanModel[] = [structureBilan, yearlyReport]
