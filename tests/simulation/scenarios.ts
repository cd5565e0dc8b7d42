import type { Run, Step } from './steps.ts'

const wholeCycle = (tab: number): Step => ({ do: 'sync', tab, points: 60, ways: [] })

/** What no seed finds cheaply: short runs that go straight to one safeguard. */
export const scenarios = {
  'purge of what was changed last': {
    seed: 1_000_001,
    tabs: 2,
    page: 500,
    steps: [
      { do: 'file', tab: 0, scope: 1, value: 1 },
      { do: 'file', tab: 0, scope: 1, value: 1 },
      wholeCycle(0),
      { do: 'delete', tab: 0, pick: 1 },
      wholeCycle(0),
      { do: 'purge' },
    ],
  },
  'restore after an erasure by a device that is gone': {
    seed: 1_000_002,
    tabs: 2,
    page: 500,
    steps: [
      { do: 'file', tab: 0, scope: 1, value: 1 },
      wholeCycle(0),
      { do: 'backup' },
      { do: 'erase', tab: 0, pick: 0 },
      wholeCycle(0),
      { do: 'wipe', tab: 0 },
      { do: 'restore' },
    ],
  },
  'five saves without network': {
    seed: 1_000_003,
    tabs: 2,
    page: 500,
    steps: [
      { do: 'file', tab: 0, scope: 1, value: 1 },
      ...[14, 1, 14, 1, 14].map((value): Step => ({ do: 'edit', tab: 0, pick: 0, value })),
    ],
  },
} as const satisfies Record<string, Run>
