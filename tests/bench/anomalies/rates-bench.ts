import { firstLives, otherLives, type InventedLives } from '../../builders/anomalies/invented-lives.ts'
import { advisorsUpTo, measureRules } from '../../builders/anomalies/measure-rules.ts'
import { printFigures, type Figure } from '../figures.ts'

/** Advisors of whom a year is invented, to see what the rules find in it. */
const advisors = 40

/** What the rules find of faults, and what they point out where there is none, on lives of two authors. */
export function benchRates(): Promise<void> {
  for (const lives of [firstLives, otherLives]) printRates(lives)
  return Promise.resolve()
}

function printRates(lives: InventedLives): void {
  const { clean, found } = measureRules(lives, advisorsUpTo(advisors))
  printFigures(`Faults put into invented months of ${advisors} advisors, by ${lives.by}`, [
    ...lives.faults.map(({ kind, what }): Figure => {
      const count = found.get(kind) ?? { injected: 0, found: 0 }
      const ofClean = `${clean.byKind.get(kind) ?? 0} clean`
      return rate(`${kind}: ${what}`, count.found, count.injected, 0.95, ofClean)
    }),
    rate('months of which nothing is to be said, pointed out', clean.flagged, clean.months, -0.02, '–'),
  ])
}

/** At least a share; at most, where it is negative. */
function rate(what: string, count: number, of: number, target: number, reference: string): Figure {
  const share = count / of
  const sign = target < 0 ? 'at most' : 'at least'
  return {
    what,
    target: `${sign} ${Math.abs(target) * 100} %`,
    measured: `${(share * 100).toFixed(1)} %`,
    reference,
    ratio: `${count} of ${of}`,
    met: target < 0 ? share <= -target : share >= target,
  }
}
