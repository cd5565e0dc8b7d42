import type { Random } from '../../simulation/random.ts'

/** One loss of the site's data: what is on the device, what the network does before, and what is thrown away how. */
export interface EvictionPlan {
  readonly reports: number
  /** Whether there is network while they are saved, and after. */
  readonly networkAtSave: boolean
  readonly networkAfter: boolean
  /** Between the last word that one is saved and the loss. */
  readonly afterMs: number
  /** Whether another one is being saved at that very moment. */
  readonly amidSave: boolean
  /**
   * - stores: what browsers throw away when room is short: databases, caches, service workers;
   * - everything: what a person's cleaning takes: cookies and the rest too;
   * - database: the folder of the databases, while the browser is closed.
   */
  readonly what: 'stores' | 'everything' | 'database'
}

/** Longer than the ten seconds of network after which nothing may be lost. */
const longestMs = 14_000

export function planEviction(random: Random): EvictionPlan {
  const [networkAtSave, networkAfter] = random.weighted<readonly [boolean, boolean]>([
    [4, [true, true]],
    [3, [false, true]],
    [2, [false, false]],
    [1, [true, false]],
  ])
  return {
    reports: 1 + random.below(2),
    networkAtSave,
    networkAfter,
    // Without network nothing becomes of waiting.
    afterMs: random.below(networkAfter ? longestMs : 2_000),
    amidSave: random.chance(0.2),
    what: random.weighted([
      [4, 'stores'],
      [3, 'everything'],
      [2, 'database'],
    ]),
  }
}
