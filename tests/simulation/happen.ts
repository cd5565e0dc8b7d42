import { z } from 'zod/mini'
import { castOfScopes } from './cast.ts'
import { count } from './counters.ts'
import { pickOne } from './random.ts'
import { takeBackup } from './server-tables.ts'
import { query } from './simulated-store.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

/* What happens to the people, the server and the devices beside what people do with the app. */

/** Every grant that the cast has room for. */
function grantAt(world: World, pick: number): { scope: string; person: string } {
  const all = castOfScopes.flatMap(({ persons }, index) =>
    persons.map((person) => ({ scope: world.scopeIds[index] ?? '', person: world.persons[person] })),
  )
  return pickOne(all, pick) ?? { scope: '', person: '' }
}

export async function giveGrant(world: World, pick: number, canWrite: boolean): Promise<void> {
  const { scope, person } = grantAt(world, pick)
  if (!world.scopes.get(scope)?.grants.has(person)) count(world.counters, 'grants given back')
  await world.grant(scope, person, canWrite)
  await world.readServer()
}

export async function revoke(world: World, pick: number): Promise<void> {
  const { scope, person } = grantAt(world, pick)
  await query('delete from sync_grant where scope_id = $1 and user_id = $2', [scope, person])
  await world.readServer()
  count(world.counters, 'revocations')
}

export async function endContract(world: World, pick: number, ends: string | null): Promise<void> {
  const scope = pickOne(world.scopeIds, pick) ?? ''
  await query('update contract set ends = $2 where scope_id = $1', [scope, ends])
  await world.readServer()
  if (ends !== null) count(world.counters, 'contracts ended')
}

export async function purge(world: World): Promise<void> {
  const before = world.everything
  const gone = await world.server.purge()
  await world.readServer()
  if (gone === 0) return
  count(world.counters, 'purged tombstones', gone)
  const ids = [...before.scopes.values()].flatMap(({ scope, documents }) =>
    [...documents.keys()].filter((id) => !world.scopes.get(scope)?.documents.has(id)),
  )
  world.account.purged(new Set(ids), before)
}

export async function backUp(world: World): Promise<void> {
  world.backup = await takeBackup()
}

/** The server is lost and comes back as it was at the backup, under another epoch. */
export async function restore(world: World): Promise<void> {
  if (!world.backup) return
  await world.server.restore(world.backup)
  // What was sent before one restore is only kept until the next: one backup serves once.
  world.backup = undefined
  await world.readServer()
  count(world.counters, 'restores')
  world.orders.restart()
  world.account.restored()
}

export async function deploy(world: World, later: boolean): Promise<void> {
  const { server } = later ? await world.versions.later() : world.versions.today
  await world.server.deploy(server)
  if (later !== world.isServerLater) count(world.counters, later ? 'deploys' : 'rollbacks')
  world.isServerLater = later
}

/**
 * The profile gets the next version. Its first tab upgrades the database, and waits for as long as another tab of the
 * old version keeps it open; then the others are reloaded too.
 */
export async function update(world: World, tab: Tab): Promise<void> {
  const profile = world.profileOf(tab)
  if (profile.isLater) return
  const { app } = await world.versions.later()
  const others = world.tabs.filter((other) => other !== tab && world.profileOf(other) === profile)
  const sharing = others.filter(({ databaseName }) => databaseName === tab.databaseName)
  for (const other of sharing) {
    await other.db.open()
    other.db.on('versionchange', () => false)
  }
  tab.crash(app)
  const blocked = new Promise<'blocked'>((resolve) => tab.db.on('blocked', () => resolve('blocked')))
  const opened = tab.db.open()
  const first = await Promise.race([blocked, opened])
  if (first === 'blocked') count(world.counters, 'blocked upgrades')
  for (const other of others) other.crash(app)
  await opened
  profile.isLater = true
  count(world.counters, 'updates')
}

export function changeSession(world: World, tab: Tab, whose: 'own' | 'other' | 'none'): void {
  const { awa, bruno } = world.persons
  const other = tab.person === awa ? bruno : awa
  world.profileOf(tab).session = { own: tab.person, other, none: null }[whose]
}

/** The device is signed out from elsewhere: at its next contact it takes off all that the server has. */
export async function signDeviceOut(world: World, tab: Tab): Promise<void> {
  const device = z.parse(z.prefault(z.string(), world.newId()), world.diskOf(tab).meta['deviceId'])
  const [known] = await query('select 1 from device where device_id = $1 and user_id = $2', [
    device,
    tab.person,
  ])
  if (!known) return
  await world.server.signDeviceOut(tab.person, device)
  world.wiped.add(tab.databaseName)
  count(world.counters, 'devices signed out')
}

/** The browser throws the site's data away. What it alone held is lost: no protocol can help. */
export async function wipe(world: World, tab: Tab): Promise<void> {
  tab.crash()
  await tab.db.delete()
  tab.crash()
  world.disks.delete(tab.databaseName)
  world.readTab(tab)
  world.wiped.add(tab.databaseName)
  world.account.evicted(tab.databaseName, world.everything)
}
