import { count } from './counters.ts'
import { pickOne } from './random.ts'
import { query } from './simulated-store.ts'
import type { World } from './world.ts'

/* The contracts of the run: their days around those of its reports, in November 2026. */

const contractsOf = {
  open: [['2025-01-06', null]],
  /** Another one follows the first. */
  renewed: [
    ['2025-01-06', '2026-11-12'],
    ['2026-11-13', null],
  ],
  /** It began later than was written at first. */
  corrected: [['2026-11-08', null]],
  /** Its grace of ninety days is over at any hour of a run. */
  'over for good': [['2025-01-06', '2026-06-30']],
} as const satisfies Record<string, readonly (readonly [starts: string, ends: string | null])[]>

export type ContractsKind = keyof typeof contractsOf

export async function changeContracts(world: World, pick: number, are: ContractsKind): Promise<void> {
  const scope = pickOne(world.scopeIds, pick) ?? ''
  await query('delete from contract where scope_id = $1', [scope])
  for (const [starts, ends] of contractsOf[are]) {
    await query('insert into contract values ($1, $2, $3, $4)', [scope, world.newId(), starts, ends])
  }
  await world.readServer()
  count(world.counters, `contracts ${are}`)
}

const dayMs = 86_400_000

/** Whether ninety days have passed since the last contract: from then on nobody is named to any device (sync.md 3.1). */
export function isOver(contracts: readonly { ends: string | null }[], now: number): boolean {
  return contracts.every(({ ends }) => ends !== null && Date.parse(ends) + 90 * dayMs < frenchMidnight(now))
}

/** Midnight UTC of the day that it is in France. */
function frenchMidnight(now: number): number {
  return Date.parse(new Date(now).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }))
}

/** Collections whose documents say who people are. */
export const naming: ReadonlySet<string> = new Set(['beneficiary', 'appointment'])
