import * as act from './act.ts'
import * as people from './act-on-people.ts'
import * as absences from './act-on-absences.ts'
import * as confirmations from './act-on-confirmations.ts'
import * as questions from './act-on-questions.ts'
import { Broken } from './broken.ts'
import { changeContracts } from './contracts.ts'
import { count } from './counters.ts'
import * as happen from './happen.ts'
import { pickOne } from './random.ts'
import type { Step } from './steps.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

/** Performs one step, then requires whatever must hold at every instant. */
export async function perform(world: World, step: Step): Promise<void> {
  world.now += 1_000
  if ('tab' in step) {
    const tab = pickOne(world.tabs, step.tab)
    if (tab) await onTab(world, tab, step)
  } else await elsewhere(world, step)
  world.check()
}

async function onTab(world: World, tab: Tab, step: Extract<Step, { tab: number }>): Promise<void> {
  switch (step.do) {
    case 'file':
      return act.file(world, tab, step)
    case 'edit':
      return act.edit(world, tab, step)
    case 'open-form':
      return act.openForm(world, tab, step.pick)
    case 'delete':
      return act.remove(world, tab, step.pick)
    case 'undelete':
      return act.undelete(world, tab, step.pick)
    case 'erase':
      return act.erase(world, tab, step.pick)
    case 'follow':
      return people.follow(world, tab, step.scope)
    case 'name':
      return people.name(world, tab, step.pick)
    case 'rename':
      return people.rename(world, tab, step.pick)
    case 'merge':
      return people.merge(world, tab, step.pick)
    case 'erase-person':
      return people.erasePerson(world, tab, step.pick)
    case 'declare':
      return absences.declare(world, tab, step)
    case 'correct-absence':
      return absences.correct(world, tab, step)
    case 'take-back':
      return absences.takeBack(world, tab, step.pick)
    case 'answer':
      return questions.answer(world, tab, step.pick)
    case 'confirm':
      return confirmations.confirm(world, tab, step)
    case 'take-confirmation-back':
      return confirmations.takeConfirmationBack(world, tab, step.pick)
    case 'draft':
      return act.draft(world, tab)
    case 'settle-conflict':
      return act.settleConflict(world, tab, step)
    case 'sync':
      return sync(world, tab, step)
    case 'storage-fault':
      return storageFault(world, tab, step)
    case 'crash':
      count(world.counters, tab.isSyncing ? 'crashes in a cycle' : 'crashes at rest')
      return tab.crash()
    case 'bark':
      return tab.bark()
    case 'clock':
      world.profileOf(tab).clockMs = step.days * 86_400_000
      return count(world.counters, 'clocks moved')
    case 'update':
      return happen.update(world, tab)
    case 'session':
      return happen.changeSession(world, tab, step.whose)
    case 'sign-out-device':
      return happen.signDeviceOut(world, tab)
    case 'wipe':
      return happen.wipe(world, tab)
  }
}

async function elsewhere(world: World, step: Exclude<Step, { tab: number }>): Promise<void> {
  switch (step.do) {
    case 'late-copy': {
      const copy = pickOne(world.copies, step.pick)
      if (!copy) return
      count(world.counters, 'late copies')
      await world.arrives(copy)
      return
    }
    case 'time':
      world.now += step.minutes * 60_000
      return
    case 'grant':
      return happen.giveGrant(world, step.pick, true)
    case 'read-only':
      return happen.giveGrant(world, step.pick, false)
    case 'revoke':
      return happen.revoke(world, step.pick)
    case 'employer-declares':
      return absences.employerDeclares(world, step)
    case 'employer-takes-back':
      return absences.employerTakesBack(world, step.pick)
    case 'ask':
      return questions.ask(world, step.pick)
    case 'contracts':
      return changeContracts(world, step.scope, step.are)
    case 'contract':
      return happen.endContract(world, step.scope, step.ends)
    case 'purge':
      return happen.purge(world)
    case 'backup':
      return happen.backUp(world)
    case 'restore':
      return happen.restore(world)
    case 'deploy':
      return happen.deploy(world, step.later)
  }
}

/** A cycle that the storage cut short is one to be begun again; any other that fails is a fault of ours. */
async function sync(world: World, tab: Tab, { points, ways }: Extract<Step, { do: 'sync' }>): Promise<void> {
  tab.ways = [...ways]
  for (let point = 0; point < points; point += 1) {
    const struck = tab.faults.struck
    const stand = await tab.advance()
    world.readTab(tab, true)
    if (tab.faults.struck > struck) noteFault(world, tab)
    if (stand.kind === 'failed') {
      if (!mayFail(tab, stand.error)) throw stand.error
      return
    }
    world.check()
    if (stand.kind === 'ended' || stand.point === 'hang') return
  }
}

/** Storage faults end a cycle; so does what the oracle throws through it. */
function mayFail(tab: Tab, error: unknown): boolean {
  if (error instanceof Broken) throw error
  if (tab.faults.struck === 0) throw new Broken('I19', `a cycle of ${tab.name} failed: ${String(error)}`)
  return true
}

async function storageFault(
  world: World,
  tab: Tab,
  { kind, after, crash }: Extract<Step, { do: 'storage-fault' }>,
): Promise<void> {
  tab.faults.arm({ kind, after })
  if (!crash) return
  // The page dies with the transaction that was under way (C7).
  const struck = tab.faults.struck
  for (let point = 0; point < 40 && tab.faults.struck === struck; point += 1) {
    const stand = await tab.advance()
    world.readTab(tab, true)
    world.check()
    if (stand.kind === 'failed' && !mayFail(tab, stand.error)) throw stand.error
    if (stand.kind !== 'parked' || stand.point === 'hang') break
  }
  if (tab.faults.struck > struck) {
    noteFault(world, tab)
    count(world.counters, 'crashes in a transaction')
  }
  tab.crash()
}

function noteFault(world: World, tab: Tab): void {
  count(world.counters, `storage ${tab.faults.last}`)
}
