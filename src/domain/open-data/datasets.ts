import { dimensionLabel, dimensions, labelsOf } from './dimensions.ts'
import { periodPattern, type DatasetName } from './rows.ts'

/** A column of a published file: its place in a row, and all that a dictionary says of it. */
export interface PublishedField {
  readonly name: string
  readonly title: string
  /** French, for people. */
  readonly description: string
  readonly type: 'string' | 'integer'
  /** Regular expression of what a text may be. */
  readonly pattern?: string
  readonly oneOf?: readonly string[]
  /** Whether an empty cell can stand in it: then it is hidden. */
  readonly mayBeHidden?: true
}

export interface PublishedDataset {
  readonly name: DatasetName
  readonly title: string
  readonly description: string
  readonly fields: readonly PublishedField[]
  readonly key: readonly string[]
}

const hiddenWords = 'Vide\u00A0: nombre masqué, pour que personne ne soit reconnaissable.'

const department: PublishedField = {
  name: 'departement',
  title: 'Département',
  description:
    'Code officiel géographique du département, ou de la collectivité d’outre-mer, où l’activité a eu lieu. Un département sans aucune activité dans l’année n’a pas de ligne.',
  type: 'string',
  pattern: '^(\\d{2}|2[AB]|9[78]\\d)$',
}

const period: PublishedField = {
  name: 'periode',
  title: 'Période',
  description:
    'Un mois (2025-03). Là où un mois serait trop petit pour être montré, le trimestre (2025-T1) ou l’année (2025) le remplace. Les périodes d’une même série ne se recouvrent jamais\u00A0: elles s’additionnent.',
  type: 'string',
  pattern: periodPattern.source,
}

const accompaniments: PublishedField = {
  name: 'accompagnements',
  title: 'Accompagnements',
  description: `Une personne à une activité\u00A0: un accompagnement individuel compte 1, un atelier compte ses participants. ${hiddenWords}`,
  type: 'integer',
  mayBeHidden: true,
}

const totals: PublishedDataset = {
  name: 'totaux',
  title: 'Activités par département et par mois',
  description:
    'Ce que font les conseillers et conseillères numériques\u00A0: activités, accompagnements, minutes et personnes accompagnées.',
  fields: [
    department,
    period,
    {
      name: 'activites',
      title: 'Activités',
      description: `Comptes rendus déposés, de toute nature, y compris le temps hors accompagnement. ${hiddenWords}`,
      type: 'integer',
      mayBeHidden: true,
    },
    accompaniments,
    {
      name: 'minutes',
      title: 'Minutes',
      description: `Durée des activités, comptée une fois par activité quel que soit le nombre de participants. ${hiddenWords}`,
      type: 'integer',
      mayBeHidden: true,
    },
    {
      name: 'beneficiaires',
      title: 'Personnes accompagnées',
      description: `Personnes différentes sur la période, pour chaque conseiller ou conseillère\u00A0; une personne anonyme compte à chaque fois. Ne s’additionne pas d’un mois à l’autre. ${hiddenWords}`,
      type: 'integer',
      mayBeHidden: true,
    },
  ],
  key: ['departement', 'periode'],
}

const breakdowns: PublishedDataset = {
  name: 'repartitions',
  title: 'Accompagnements par thématique, lieu, durée et matériel',
  description:
    'Les accompagnements de chaque département et mois, répartis de quatre façons. Une activité a souvent plusieurs thématiques ou matériels\u00A0: leur somme dépasse alors le total.',
  fields: [
    department,
    period,
    {
      name: 'dimension',
      title: 'Dimension',
      description: `Ce selon quoi les accompagnements sont répartis\u00A0: ${dimensions.map((one) => `${one} (${dimensionLabel(one)})`).join(', ')}.`,
      type: 'string',
      oneOf: dimensions,
    },
    {
      name: 'valeur',
      title: 'Valeur',
      description:
        'Code de la valeur dans sa dimension\u00A0: la liste est ci-dessous, et peut s’allonger d’une année à l’autre. Une valeur absente d’un département n’y a aucun accompagnement de l’année. Les départements dont les totaux ne sont pas tous montrés par mois ne sont pas répartis.',
      type: 'string',
      pattern: '^[a-z0-9_]+$',
    },
    accompaniments,
  ],
  key: ['departement', 'periode', 'dimension', 'valeur'],
}

export const datasets: Readonly<Record<DatasetName, PublishedDataset>> = {
  totaux: totals,
  repartitions: breakdowns,
}

/** What every code of the files is called, dimension by dimension. */
export const codeLists = dimensions.map((dimension) => ({
  dimension,
  title: dimensionLabel(dimension),
  values: labelsOf(dimension),
}))
