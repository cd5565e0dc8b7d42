import type { ContractsKind } from './contracts.ts'
import type { Run, Step } from './steps.ts'

const file = (tab: number): Step => ({ do: 'file', tab, scope: 1, value: 1 })
const sync = (tab: number, points: number): Step => ({ do: 'sync', tab, points, ways: [] })
/** Two cycles: the first one of a device only learns which history the server has. */
const settle = (tab: number): Step[] => [sync(tab, 60), sync(tab, 60)]
/** Points at which a cycle that has begun stands with an answer that it hasn't taken yet, and after the first one taken. */
const withAnswer = 4
const afterFirstAnswer = 6

const [phone, laptop, laptop2, tablet] = [0, 1, 2, 4]
/** Scopes of the cast, and Awa's grants on them. */
const town = 1
const [shared, ofTown] = [0, 2]
const follow: Step = { do: 'follow', tab: phone, scope: town }
const name: Step = { do: 'name', tab: phone, pick: 0 }
const contracts = (are: ContractsKind): Step => ({ do: 'contracts', scope: town, are })

function scenario(number: number, tabs: number, steps: readonly (Step | Step[])[], page = 500): Run {
  return { seed: 1_000_000 + number, tabs, page, mayDiffer: false, steps: steps.flat() }
}

/** What no seed finds cheaply: short runs that go straight to one safeguard. */
export const scenarios = {
  'people whose scope closes': scenario(9, 2, [
    follow,
    name,
    settle(phone),
    settle(laptop),
    contracts('over for good'),
    settle(phone),
    // A new device reads a scope that is closed already.
    { do: 'wipe', tab: laptop },
    settle(laptop),
  ]),
  'people whose scope opens again': scenario(10, 2, [
    follow,
    follow,
    name,
    settle(phone),
    settle(laptop),
    contracts('over for good'),
    settle(phone),
    { do: 'merge', tab: laptop, pick: 0 },
    settle(laptop),
    contracts('renewed'),
  ]),
  // Its first push was taken, and the answer was lost; the next one tells what was taken without its values.
  'people whose scope closes before it was ever read': scenario(16, 2, [
    follow,
    sync(phone, 60),
    { do: 'sync', tab: phone, points: 60, ways: ['lost-answer'] },
    contracts('over for good'),
    sync(phone, afterFirstAnswer),
    contracts('renewed'),
  ]),
  // A push is the first to learn that the scope is open, and the server forgets what it took before the next pull.
  'somebody taken by a scope that was closed': scenario(17, 2, [
    contracts('over for good'),
    settle(phone),
    { do: 'backup' },
    follow,
    contracts('renewed'),
    sync(phone, afterFirstAnswer),
    { do: 'restore' },
  ]),
  // One tab has sent the delete of what was refused, and another learns that it would be taken now.
  'a refused edit whose delete is on its way': scenario(18, 3, [
    { do: 'file', tab: laptop, scope: town, value: 1 },
    settle(laptop),
    contracts('over for good'),
    { do: 'edit', tab: laptop, pick: 0, value: 1 },
    settle(laptop),
    contracts('renewed'),
    sync(laptop2, withAnswer),
    { do: 'delete', tab: laptop, pick: 0 },
    sync(laptop, 2),
    sync(laptop2, 2),
    sync(laptop, 60),
  ]),
  'two versions of somebody in a scope that closes': scenario(11, 2, [
    follow,
    settle(phone),
    settle(laptop),
    ...[phone, laptop].map((tab): Step => ({ do: 'rename', tab, pick: 0 })),
    settle(laptop),
    settle(phone),
    contracts('over for good'),
  ]),
  'a contract that is entered after its reports': scenario(12, 2, [
    contracts('over for good'),
    file(phone),
    file(phone),
    settle(phone),
    contracts('corrected'),
    settle(phone),
    contracts('over for good'),
    { do: 'edit', tab: phone, pick: 0, value: 14 },
    settle(phone),
    contracts('renewed'),
  ]),
  'an advisor who moves to another structure': scenario(13, 2, [
    { do: 'revoke', pick: shared },
    settle(phone),
    file(phone),
    settle(phone),
    { do: 'contract', scope: town, ends: '2026-11-15' },
    { do: 'grant', pick: shared },
    settle(phone),
    { do: 'file', tab: phone, scope: 0, value: 1 },
    // Of a day when the contract with the town was over.
    file(phone),
    { do: 'edit', tab: phone, pick: 2, value: 130 },
  ]),
  'people merged and erased, with reports that name them': scenario(14, 2, [
    follow,
    follow,
    name,
    { do: 'name', tab: phone, pick: 1 },
    settle(phone),
    settle(laptop),
    { do: 'merge', tab: laptop, pick: 0 },
    { do: 'erase-person', tab: phone, pick: 1 },
    settle(laptop),
    settle(phone),
    { do: 'backup' },
    { do: 'erase-person', tab: phone, pick: 0 },
    settle(phone),
    { do: 'restore' },
  ]),
  'a structure withdrawn by mistake and given back': scenario(15, 2, [
    follow,
    file(phone),
    settle(phone),
    { do: 'edit', tab: phone, pick: 0, value: 14 },
    follow,
    file(phone),
    { do: 'revoke', pick: ofTown },
    settle(phone),
    { do: 'grant', pick: ofTown },
    settle(phone),
  ]),
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
  'an edit of what another device has erased': scenario(20, 2, [
    file(phone),
    settle(phone),
    settle(laptop),
    { do: 'edit', tab: laptop, pick: 0, value: 14 },
    { do: 'erase', tab: phone, pick: 0 },
    settle(phone),
    settle(laptop),
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
  // The tablet had saved it after the delete, and comes before the phone that has it whole.
  'a correction that comes again before its report and after a delete of it': scenario(22, 5, [
    [phone, laptop, tablet].map(settle).flat(),
    { do: 'backup' },
    { do: 'file', tab: phone, scope: shared, value: 1 },
    [phone, laptop, tablet].map(settle).flat(),
    { do: 'edit', tab: tablet, pick: 0, value: 27 },
    { do: 'delete', tab: laptop, pick: 0 },
    settle(laptop),
    { do: 'time', minutes: 1 },
    settle(tablet),
    { do: 'restore' },
    [laptop, tablet, phone].map(settle).flat(),
  ]),
  // The laptop had put the first minutes back, and comes from the restore before what it had corrected.
  'a value that comes again where it stands already': scenario(21, 2, [
    file(phone),
    settle(phone),
    settle(laptop),
    { do: 'backup' },
    { do: 'edit', tab: phone, pick: 0, value: 27 },
    settle(phone),
    { do: 'time', minutes: 1 },
    settle(laptop),
    { do: 'edit', tab: laptop, pick: 0, value: 1440 },
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
  // The report leaves the device under it, with an edit of another tab that is refused later.
  'a form that outlives its report': scenario(19, 3, [
    settle(laptop),
    file(laptop),
    { do: 'open-form', tab: laptop2, pick: 0 },
    { do: 'edit', tab: laptop, pick: 0, value: 498 },
    { do: 'sign-out-device', tab: laptop },
    contracts('over for good'),
    sync(laptop, 60),
    { do: 'edit', tab: laptop2, pick: 0, value: 12 },
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
