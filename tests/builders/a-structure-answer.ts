import {
  structureFiguresSchema,
  type AdvisorStanding,
  type StructureFigures,
} from '../../src/domain/access/structure-figures.ts'

export interface StructureAnswerFields {
  period: StructureFigures['period']
  accompaniments?: number
  /** Activities, accompaniments and minutes of each value. */
  weights?: StructureFigures['weights']
  advisors?: readonly AdvisorStanding[]
  places?: StructureFigures['places']
}

/** A structure's figures as the server gives them, with what the test is about. */
export function aStructureAnswer(fields: StructureAnswerFields): StructureFigures {
  const { period, accompaniments = 12, advisors = [], places = {} } = fields
  const nobody = { named: 0, anonymous: 0, total: 0 }
  const totals = {
    activities: 1,
    accompaniments,
    beneficiaries: { named: 1, anonymous: accompaniments - 1, total: accompaniments },
    newOnes: nobody,
    minutes: { accompaniment: 90, rest: 0, total: 90 },
    eventParticipants: 0,
  }
  const all = [1, accompaniments, 90]
  return structureFiguresSchema.parse({
    countedAt: new Date().toISOString(),
    period,
    before: { period, totals },
    totals,
    weights: fields.weights ?? { 'theme:email': all, 'commune:09261': all },
    delay: { activities: 1, median: 2 },
    step: 'jour',
    bars: [{ ...period, accompaniments, activities: 1 }],
    advisors,
    places,
    communes: { '09261': 'Saint-Girons' },
  })
}
