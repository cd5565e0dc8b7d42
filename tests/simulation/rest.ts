import type { PendingOp } from '../../src/domain/sync/pending-op.ts'
import { canonical, hold } from './broken.ts'
import { isOver } from './contracts.ts'
import { count } from './counters.ts'
import { checkAtRest, checkErased } from './device-oracle.ts'
import { checkFigures } from './figures-oracle.ts'
import { deploy } from './happen.ts'
import { everyText, type ScopeTables } from './server-tables.ts'
import type { Stand } from './actor.ts'
import type { Tab } from './tab.ts'
import { newsIn, type World } from './world.ts'

/** Cycles that a device may need at most, once nothing goes wrong any more (I19). */
const maxCycles = 14
const maxRounds = 8

/** Nothing goes wrong any more: every device syncs until nothing moves. Then everything must agree. */
export async function comeToRest(world: World): Promise<void> {
  for (const tab of world.tabs) {
    tab.ways = []
    tab.faults.arm(undefined)
    tab.bark()
  }
  if ([...world.profiles.values()].some(({ isLater }) => isLater)) await deploy(world, true)
  for (let round = 0; ; round += 1) {
    hold('I19', round < maxRounds, () => `the devices don't come to rest in ${maxRounds} rounds`)
    const before = pictureOf(world)
    // A fault of the storage may have struck a cycle that is still under way.
    for (const tab of world.tabs) if (tab.isSyncing && tab.faults.struck > 0) await endCycle(world, tab)
    for (const tab of world.tabs) await settle(world, tab)
    if (round > 0 && pictureOf(world) === before) break
  }
  const { mismatches } = world.server
  count(world.counters, 'digest mismatches', mismatches)
  hold(
    'I7',
    world.mayDiffer || mismatches === 0,
    () => `${mismatches} digests differed, and had to be healed`,
  )
  await checkRest(world)
}

function endCycle(world: World, tab: Tab): Promise<Stand> {
  return tab.finish(() => {
    world.readTab(tab, true)
    world.check()
  })
}

async function settle(world: World, tab: Tab): Promise<void> {
  world.profileOf(tab).session = tab.person
  for (let cycle = 0; ; cycle += 1) {
    hold('I19', cycle < maxCycles, () => `${tab.name} isn't done after ${maxCycles} cycles`)
    const stand = await endCycle(world, tab)
    if (stand.kind === 'failed') throw stand.error
    const { kind, more } = (stand.kind === 'ended' ? stand.value : {}) as { kind?: string; more?: boolean }
    if (kind === 'done' && more === false) break
  }
}

function pictureOf({ tabs, disks, scopes }: World): string {
  const heads = [...scopes.values()].map(({ seq }) => seq)
  const devices = tabs.map(({ databaseName }) => {
    const disk = disks.get(databaseName)
    return [disk?.outbox.map(({ opId, held }) => [opId, held ?? null]), disk?.cursors]
  })
  return canonical([heads, devices])
}

async function checkRest(world: World): Promise<void> {
  const now = [...world.scopes.values()]
  for (const tab of world.tabs) {
    const disk = world.diskOf(tab)
    const granted = now.filter(({ grants }) => grants.has(tab.person))
    checkAtRest(tab.databaseName, disk, granted, world.now)
    await checkFigures(tab.databaseName, disk, granted)
    checkTold(world, tab)
    await checkStatus(world, tab)
    checkNothingWaits(world, tab)
    checkErased(tab.databaseName, disk, new Set(granted.flatMap(({ erased }) => [...erased])))
  }
  checkDrafts(world)
  await checkErasedOnServer(world, now)
}

/** I15: whatever is kept aside of a withdrawn scope, the person was told of it; a device that was left tells nothing. */
function checkTold(world: World, tab: Tab): void {
  const disk = world.diskOf(tab)
  const told = new Set(newsIn(disk).map(({ scope }) => scope))
  const granted = disk.cursors.map(({ scope }): string => scope)
  const untold = disk.orphans.find(({ scope }) => !told.has(scope) && !granted.includes(scope))
  hold('I15', untold === undefined || world.wiped.has(tab.databaseName), () => {
    return `${tab.name} keeps op ${untold?.opId} aside, and nobody was told`
  })
}

/** I12 and I19: what still waits is what a person has to correct, or what nobody may write. */
function checkNothingWaits(world: World, tab: Tab): void {
  for (const op of world.diskOf(tab).outbox) {
    const mayWrite = world.scopes.get(op.scope)?.grants.get(tab.person) === true
    hold('I19', op.rejected !== undefined || !mayWrite, () => {
      return `${tab.name} still holds op ${op.opId} of ${op.id} at rest, ${op.held ?? 'never decided'}`
    })
    if (op.rejected) count(world.counters, 'to be corrected at rest')
    hold('I19', !mayWrite || !isRefusedForNothing(world, op), () => {
      return `${tab.name} has ${op.id} refused as ${op.rejected?.code}, and a contract holds its day`
    })
  }
}

/** I25: what is said to wait is what waits. */
async function checkStatus(world: World, tab: Tab): Promise<void> {
  const disk = world.diskOf(tab)
  const rejected = new Set(disk.outbox.filter((op) => op.rejected).map(({ id }) => id))
  const queued = new Set(disk.outbox.map(({ id }) => id))
  const keptAside = new Set(disk.orphans.map(({ id }) => id))
  const status = await tab.build.readSyncStatus(tab.db)
  const isTold = status.pending + status.toCorrect === queued.size && status.toCorrect === rejected.size
  hold('I25', isTold && status.orphans === keptAside.size, () => {
    return `${tab.name} says ${status.pending} and ${status.toCorrect}, and ${queued.size} wait`
  })
  const exported = await tab.build.exportUnsent(tab.db)
  const isWhole = [...disk.outbox, ...disk.orphans].every(({ opId }) => exported.includes(opId))
  hold('I15', isWhole, () => `the export of ${tab.name} leaves something out`)
}

/** I26 */
function checkDrafts(world: World): void {
  for (const [id, database] of world.drafts) {
    const isKept = world.disks.get(database)?.drafts.some((draft) => draft.id === id)
    hold('I26', isKept === true, () => `the draft ${id} is gone from ${database}`)
  }
}

/** I27: of an erased document the server holds its id, its revision and its state. */
async function checkErasedOnServer(world: World, now: readonly ScopeTables[]): Promise<void> {
  const erased = world.server.erasedLog
  if (erased.length === 0) return
  const text = await everyText()
  for (const { scope, id } of erased) {
    const document = now.find((tables) => tables.scope === scope)?.documents.get(id)
    hold(
      'I27',
      document === undefined || document.state === 'erased',
      () => `the erased ${id} lives on the server`,
    )
    const left = (world.words.get(id) ?? []).find((word) => text.includes(word))
    hold('I27', left === undefined, () => `the server still holds ${left} of the erased ${id}`)
  }
}

/** Refused by contracts that are over: those of now would take it. */
function isRefusedForNothing(world: World, op: PendingOp): boolean {
  const { rejected, scope, id } = op
  const contracts = world.scopes.get(scope)?.contracts ?? []
  const code = rejected?.code
  if ((code !== 'scope-closed' && code !== 'outside-contract') || isOver(contracts, world.now)) return false
  const disk = [...world.disks.values()].find(({ outbox }) => outbox.includes(op))
  const day = disk?.documents.find((document) => document.scope === scope && document.id === id)?.body['date']
  if (typeof day !== 'string') return code === 'scope-closed'
  return contracts.some(({ starts, ends }) => starts <= day && (ends === null || day <= ends))
}
