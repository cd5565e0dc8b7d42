import type { Run, Step } from './steps.ts'

const file = (tab: number): Step => ({ do: 'file', tab, scope: 1, value: 1 })
const sync = (tab: number, points: number): Step => ({ do: 'sync', tab, points, ways: [] })
/** Two cycles: the first one of a device only learns which history the server has. */
const settle = (tab: number): Step[] => [sync(tab, 60), sync(tab, 60)]
/** Points at which a cycle that has begun stands with an answer that it hasn't taken yet, and after the first one taken. */
const withAnswer = 4
const afterFirstAnswer = 6

const [phone, laptop, laptop2] = [0, 1, 2]

function scenario(number: number, tabs: number, steps: readonly (Step | Step[])[], page = 500): Run {
  return { seed: 1_000_000 + number, tabs, page, mayDiffer: false, steps: steps.flat() }
}

/** What no seed finds cheaply: short runs that go straight to one safeguard. */
export const scenarios = {
  'purge of what was changed last': scenario(1, 2, [
    file(phone),
    file(phone),
    settle(phone),
    { do: 'delete', tab: phone, pick: 1 },
    settle(phone),
    { do: 'purge' },
  ]),
  'restore after an erasure by a device that is gone': scenario(2, 2, [
    file(phone),
    settle(phone),
    { do: 'backup' },
    { do: 'erase', tab: phone, pick: 0 },
    settle(phone),
    { do: 'wipe', tab: phone },
    { do: 'restore' },
  ]),
  // The phone was away when the laptop deleted, and comes back from the restore after it.
  'a delete that comes again before what it deleted': scenario(9, 2, [
    settle(phone),
    settle(laptop),
    { do: 'backup' },
    file(phone),
    settle(phone),
    { do: 'time', minutes: 1 },
    settle(laptop),
    { do: 'delete', tab: laptop, pick: 0 },
    settle(laptop),
    { do: 'restore' },
    settle(laptop),
    settle(phone),
  ]),
  // The backup has the report as it was before both.
  'a delete that comes again before a correction that it had seen': scenario(10, 2, [
    file(phone),
    settle(phone),
    { do: 'backup' },
    { do: 'edit', tab: phone, pick: 0, value: 14 },
    settle(phone),
    { do: 'time', minutes: 1 },
    settle(laptop),
    { do: 'delete', tab: laptop, pick: 0 },
    settle(laptop),
    { do: 'restore' },
    settle(laptop),
    settle(phone),
  ]),
  'five saves without network': scenario(3, 2, [
    file(phone),
    [14, 1, 14, 1, 14].map((value): Step => ({ do: 'edit', tab: phone, pick: 0, value })),
  ]),
  // One tab holds the answer of the server that is lost, and the other has heard of the restore.
  'an answer from before a restore': scenario(4, 3, [
    settle(laptop),
    { do: 'backup' },
    file(laptop),
    sync(laptop, withAnswer),
    { do: 'restore' },
    sync(laptop2, 60),
    sync(laptop, 60),
  ]),
  // One tab holds an answer that has nothing new, and the other has begun to read everything again.
  'an answer from before a rebuild': scenario(
    5,
    3,
    [
      [1, 2, 3, 4, 5, 6].map(() => file(phone)),
      settle(phone),
      settle(laptop),
      sync(laptop, withAnswer),
      { do: 'delete', tab: phone, pick: 2 },
      settle(phone),
      { do: 'purge' },
      sync(laptop2, afterFirstAnswer),
      sync(laptop, 60),
    ],
    2,
  ),
  // One tab holds the answer to an edit, and the other has heard of a later one.
  'an answer from before another edit': scenario(7, 3, [
    file(phone),
    settle(phone),
    settle(laptop),
    { do: 'edit', tab: laptop, pick: 0, value: 1 },
    sync(laptop, withAnswer),
    settle(phone),
    { do: 'edit', tab: phone, pick: 0, value: 14 },
    settle(phone),
    settle(laptop2),
    sync(laptop, 60),
  ]),
  'purge of what every device knows': scenario(8, 2, [
    file(phone),
    file(phone),
    settle(phone),
    { do: 'delete', tab: phone, pick: 0 },
    settle(phone),
    file(phone),
    settle(phone),
    settle(laptop),
    { do: 'purge' },
  ]),
  'a refused correction of what was purged': scenario(6, 2, [
    file(phone),
    settle(phone),
    settle(laptop),
    { do: 'edit', tab: laptop, pick: 0, value: 0 },
    settle(laptop),
    { do: 'delete', tab: phone, pick: 0 },
    settle(phone),
    { do: 'purge' },
    settle(laptop),
  ]),
} as const satisfies Record<string, Run>
