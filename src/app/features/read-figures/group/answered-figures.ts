import { figuresIn, type GroupFigures } from '../../../../domain/access/group-figures.ts'
import type { FacetNames } from '../../../../domain/report/search/facet-words.ts'
import type { FiguresQuestion } from '../figures-question.ts'
import type { AskedFigures } from '../use-figures.ts'

/** The server's answer as the blocks read it. */
export function askedIn(answer: GroupFigures, question: FiguresQuestion): AskedFigures {
  const { period, before, step, bars } = answer
  // No field but the days and the person is chosen there.
  return {
    question: { ...question, values: [] },
    period,
    before,
    step,
    bars,
    figures: figuresIn(answer),
    canList: false,
  }
}

/** The names that the answer came with: the device knows no others. */
export function namesIn(figures: GroupFigures | undefined): FacetNames {
  return {
    places: new Map(Object.entries(figures?.places ?? {})),
    communes: new Map(Object.entries(figures?.communes ?? {})),
    people: new Map(),
  }
}

/**
 * Whose accompaniments were counted in the period, by name: in the order of names, whatever anybody did. Each theme
 * belongs to a mission, hence who touched none accompanied nobody.
 */
export function advisorsCounted({ advisors }: GroupFigures): string[] {
  return advisors
    .filter(({ missions }) => missions.length > 0)
    .map(({ name }) => name)
    .toSorted((one, other) => one.localeCompare(other, 'fr'))
}
