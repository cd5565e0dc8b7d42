import { Random } from './random.ts'
import type { ContractsKind } from './contracts.ts'
import { storageFaultKinds, type StorageFaultKind } from './storage-faults.ts'
import type { Way } from './way.ts'

/**
 * One thing that happens. Numbers pick among what is there when it happens, so that a list of steps from which some
 * were dropped still makes sense: that is how a failing one is shrunk.
 */
export type Step =
  | { do: 'file'; tab: number; scope: number; value: number }
  | { do: 'edit'; tab: number; pick: number; value: number }
  | { do: 'open-form' | 'delete' | 'undelete' | 'erase' | 'draft'; tab: number; pick: number }
  | { do: 'settle-conflict'; tab: number; pick: number; take: boolean }
  /** Goes on with the tab's cycle by so many points; `ways` is what happens to the requests that it begins. */
  | { do: 'sync'; tab: number; points: number; ways: Way[] }
  | { do: 'storage-fault'; tab: number; kind: StorageFaultKind; after: number; crash: boolean }
  | { do: 'crash' | 'bark'; tab: number }
  /** A copy of a request that left earlier arrives once more. */
  | { do: 'late-copy'; pick: number }
  | { do: 'clock'; tab: number; days: number }
  | { do: 'time'; minutes: number }
  | { do: 'grant' | 'revoke' | 'read-only'; pick: number }
  | { do: 'contract'; scope: number; ends: string | null }
  /** The contracts of a scope become others (`contracts.ts`). */
  | { do: 'contracts'; scope: number; are: ContractsKind }
  /** Somebody is followed from now on, named in a report, or found to be somebody else. */
  | { do: 'follow'; tab: number; scope: number }
  | { do: 'name' | 'rename' | 'merge' | 'erase-person'; tab: number; pick: number }
  /** An absence is declared, or its days are corrected, or it is taken back; by an advisor, or by the employer. */
  | { do: 'declare'; tab: number; scope: number; value: number }
  | { do: 'correct-absence'; tab: number; pick: number; value: number }
  | { do: 'take-back'; tab: number; pick: number }
  | { do: 'employer-declares'; scope: number; value: number }
  | { do: 'employer-takes-back'; pick: number }
  /** An employer asks something about a report, or an advisor answers. */
  | { do: 'ask'; pick: number }
  | { do: 'answer'; tab: number; pick: number }
  /** An advisor confirms something, or takes it back. */
  | { do: 'confirm'; tab: number; scope: number; value: number }
  | { do: 'take-confirmation-back'; tab: number; pick: number }
  | { do: 'purge' | 'backup' | 'restore' }
  | { do: 'deploy'; later: boolean }
  /** A newer build opens the database, while another tab still has it open where there is one. */
  | { do: 'update'; tab: number }
  | { do: 'session'; tab: number; whose: 'own' | 'other' | 'none' }
  | { do: 'sign-out-device'; tab: number }
  /** The browser throws the site's data away; in scenarios only. */
  | { do: 'wipe'; tab: number }

/** A run: who takes part, and what happens. */
export interface Run {
  readonly seed: number
  /** How many tabs of the cast take part. */
  readonly tabs: number
  /** Documents of one page of a pull: small, so that a reading takes several. */
  readonly page: number
  /** Whether a digest may differ, and be healed: two tabs of one database may bring back what was purged meanwhile. */
  readonly mayDiffer: boolean
  readonly steps: readonly Step[]
}

/** What a seed says. */
export function runOf(seed: number): Run {
  const random = new Random(seed * 7919 + 17)
  const tabs = 2 + random.below(4)
  const page = random.weighted([
    [3, 2],
    [3, 5],
    [2, 500],
  ])
  const length = 40 + random.below(50)
  const steps = Array.from({ length }, () => stepOf(random, tabs))
  const more = seed < firstWithPeople ? steps : withPeople(new Random(seed * 6131 + 29), tabs, steps)
  const most = seed < firstWithEmployers ? more : withEmployers(new Random(seed * 5581 + 31), tabs, more)
  const all =
    seed < firstWithConfirmations ? most : withConfirmations(new Random(seed * 4813 + 37), tabs, most)
  return { seed, tabs, page, mayDiffer: tabs > 2, steps: all }
}

/** The seeds before it say what they said when mutants were pinned to them. */
const firstWithPeople = 50

/** From here on employers take part, and what they and their advisors say to one another. */
const firstWithEmployers = 55

/** From here on advisors confirm things. */
const firstWithConfirmations = 60

function withConfirmations(random: Random, tabs: number, steps: readonly Step[]): Step[] {
  const stepOf = (): Step => {
    const [tab, pick, value] = [random.below(tabs), random.below(64), random.below(1000)]
    return random.chance(0.7)
      ? { do: 'confirm', tab, scope: pick, value }
      : { do: 'take-confirmation-back', tab, pick }
  }
  return steps.flatMap((step) => (random.chance(0.1) ? [step, stepOf()] : [step]))
}

function withEmployers(random: Random, tabs: number, steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => (random.chance(0.2) ? [step, employerStepOf(random, tabs)] : [step]))
}

function employerStepOf(random: Random, tabs: number): Step {
  const [tab, pick, value] = [random.below(tabs), random.below(64), random.below(1000)]
  return random.weighted<Step>([
    [3, { do: 'declare', tab, scope: pick, value }],
    [3, { do: 'correct-absence', tab, pick, value }],
    [1, { do: 'take-back', tab, pick }],
    [3, { do: 'employer-declares', scope: pick, value }],
    [1, { do: 'employer-takes-back', pick }],
    [3, { do: 'ask', pick }],
    [3, { do: 'answer', tab, pick }],
  ])
}

/** The same steps, with people who are followed and contracts that change in between. */
function withPeople(random: Random, tabs: number, steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => (random.chance(0.3) ? [step, personStepOf(random, tabs)] : [step]))
}

function personStepOf(random: Random, tabs: number): Step {
  const [tab, pick] = [random.below(tabs), random.below(64)]
  return random.weighted<Step>([
    [4, { do: 'follow', tab, scope: pick }],
    [3, { do: 'name', tab, pick }],
    [2, { do: 'rename', tab, pick }],
    [2, { do: 'merge', tab, pick }],
    [1, { do: 'erase-person', tab, pick }],
    [2, { do: 'contracts', scope: pick, are: 'renewed' }],
    [2, { do: 'contracts', scope: pick, are: 'corrected' }],
    [3, { do: 'contracts', scope: pick, are: 'over for good' }],
  ])
}

function stepOf(random: Random, tabs: number): Step {
  const tab = random.below(tabs)
  const pick = random.below(64)
  return random.weighted<() => Step>([
    [9, () => ({ do: 'file', tab, scope: pick, value: random.below(1000) })],
    [24, () => ({ do: 'edit', tab, pick, value: random.below(1000) })],
    [4, () => ({ do: 'open-form', tab, pick })],
    [5, () => ({ do: 'delete', tab, pick })],
    [3, () => ({ do: 'undelete', tab, pick })],
    [1, () => ({ do: 'erase', tab, pick })],
    [1, () => ({ do: 'draft', tab, pick })],
    [3, () => ({ do: 'settle-conflict', tab, pick, take: random.chance(0.5) })],
    [46, () => ({ do: 'sync', tab, points: pointsOf(random), ways: waysOf(random) })],
    [3, () => faultOf(random, tab)],
    [2, () => ({ do: 'crash', tab })],
    [1, () => ({ do: 'bark', tab })],
    [3, () => ({ do: 'late-copy', pick })],
    [2, () => ({ do: 'clock', tab, days: daysOf(random) })],
    [3, () => ({ do: 'time', minutes: 1 + random.below(600) })],
    [2, () => ({ do: 'grant', pick })],
    [1, () => ({ do: 'revoke', pick })],
    [0.4, () => ({ do: 'read-only', pick })],
    [0.6, () => ({ do: 'contract', scope: pick, ends: endOf(random) })],
    [1.5, () => ({ do: 'purge' })],
    [1.5, () => ({ do: 'backup' })],
    [1, () => ({ do: 'restore' })],
    [0.6, () => ({ do: 'deploy', later: random.chance(0.7) })],
    [0.5, () => ({ do: 'update', tab })],
    [
      1,
      () => ({
        do: 'session',
        tab,
        whose: random.weighted([
          [3, 'own'],
          [1, 'other'],
          [1, 'none'],
        ]),
      }),
    ],
    [0.3, () => ({ do: 'sign-out-device', tab })],
  ])()
}

function pointsOf(random: Random): number {
  return random.weighted([
    [4, 1 + random.below(4)],
    [3, 5 + random.below(8)],
    [4, 60],
  ])
}

function waysOf(random: Random): Way[] {
  return Array.from({ length: random.below(4) }, () =>
    random.weighted<Way>([
      [24, 'well'],
      [4, 'lost-request'],
      [6, 'lost-answer'],
      [4, 'twice'],
      [2, 'cut'],
      [2, 'portal'],
      [1, 'hang'],
      [0.7, '400'],
      [0.7, '401'],
      [0.7, '413'],
      [0.7, '426'],
      [0.7, '429'],
      [0.7, '500'],
      [0.7, '503'],
      [0.7, 'proxy-403'],
      [0.7, 'proxy-502'],
    ]),
  )
}

function faultOf(random: Random, tab: number): Step {
  const kind = storageFaultKinds[random.below(storageFaultKinds.length)] ?? 'AbortError'
  return { do: 'storage-fault', tab, kind, after: random.below(10), crash: random.chance(0.4) }
}

/** Two days, or ten years, before or after. */
function daysOf(random: Random): number {
  const most = random.chance(0.5) ? 2 : 3650
  return Math.round((random.next() * 2 - 1) * most)
}

function endOf(random: Random): string | null {
  return random.weighted([
    [3, null],
    [1, '2026-11-15'],
    [1, '2026-06-30'],
  ])
}
