import { groupBy } from '../../group-by.ts'
import { hiddenCells, isSmall } from '../../statistics/small-counts.ts'
import type { ReadinessMeasure } from './advisor-readiness.ts'
import { sumOfTallies, type ReadinessTally, type StateCounts } from './readiness-tally.ts'

/** Advisors of one structure, and the department that it is in; null where that isn't known. */
export interface StructureReadiness {
  readonly department: string | null
  readonly tally: ReadinessTally
}

/** What the State reads of a territory: whether exams were passed, of how many, where that tells of nobody. */
export interface TerritoryReadiness extends Readonly<
  Record<Exclude<ReadinessMeasure, 'exams' | 'certified'>, StateCounts>
> {
  readonly inPost: number
  /** Null where it is hidden. */
  readonly certified: StateCounts | null
}
export type DepartmentReadiness = TerritoryReadiness & { readonly department: string | null }

export interface NationReadiness {
  readonly nation: TerritoryReadiness
  /** Those with somebody in post, by their code. */
  readonly departments: readonly DepartmentReadiness[]
}

/**
 * The nation's table. Whether an exam was sat is told to the State for each structure, and whether it was passed of
 * nobody: how many are certified is hidden where one to four have sat all of theirs, since whoever isn't certified among
 * them would be known, and in as many other departments as it takes for nobody to find it by subtracting. What is hidden
 * depends on who has sat alone, hence tells nothing by itself.
 */
export function readinessByDepartment(structures: readonly StructureReadiness[]): NationReadiness {
  const all = [...groupBy(structures, ({ department }) => department)]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([department, own]) => ({ department, tally: sumOfTallies(own.map(({ tally }) => tally)) }))
    .filter(({ tally }) => tally.inPost > 0)
  const sat = all.map(({ tally }) => tally.counts.exams.done)
  const hidden = hiddenCells(sat)
  const satInHidden = [...hidden].reduce((sum, place) => sum + (sat[place] ?? 0), 0)
  return {
    nation: told(
      sumOfTallies(all.map(({ tally }) => tally)),
      // No other department could take part: the total would give it away.
      hidden.size === 1 || isSmall(satInHidden),
    ),
    departments: all.map(({ department, tally }, place) => ({
      department,
      ...told(tally, hidden.has(place)),
    })),
  }
}

function told({ inPost, counts }: ReadinessTally, isHidden: boolean): TerritoryReadiness {
  const { initial, certified, continuing, equipped, clothed } = counts
  return { inPost, initial, certified: isHidden ? null : certified, continuing, equipped, clothed }
}
