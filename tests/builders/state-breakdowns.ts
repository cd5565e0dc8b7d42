import { stateFacets } from '../../src/domain/access/state-figures.ts'
import { allBreakdowns } from '../server/columnar-copy/asked-alone/ask-copy.ts'

/** What the State breaks figures down by, asked of one period at a time. */
export const stateBreakdowns = allBreakdowns.filter((facet) => stateFacets.some((shown) => shown === facet))
