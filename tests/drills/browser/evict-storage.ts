import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { Device } from '../../browser/device.ts'
import {
  chooseDurationAndTheme,
  fileSimplestReport,
  hasOwnReports,
  isInstalled,
  openForm,
  signIn,
  writeNote,
} from '../../browser/person.ts'
import type { ServerProcess } from '../../browser/server-process.ts'
import { Random } from '../../simulation/random.ts'
import { readDeviceTables } from './device-tables.ts'
import { planEviction, type EvictionPlan } from './eviction-plan.ts'
import { notesOf, reportsOnServer } from './server-reports.ts'

export interface Evicted {
  /** Reports that the screen showed as saved, and those of them that had ten seconds of network after. */
  readonly shown: number
  readonly guaranteed: number
  /** Not sent when the data was thrown away, and said to be so on the screen just before. */
  readonly atRisk: number
  readonly lostAtRisk: number
  /** Had ten seconds of network, and aren't on the server. */
  readonly lost: readonly string[]
  /** Lost without the screen having said that they were at risk. */
  readonly unsaid: readonly string[]
  readonly twice: readonly string[]
  /** Losses after which the app said nothing, though something beside the database was left to know it by. */
  readonly silent: readonly string[]
  /** Losses of everything, cookies too, after which the app said nothing: nothing was left to know it by. */
  readonly unknowable: readonly string[]
  /** Devices that didn't show what was sent within a minute, and what they showed instead. */
  readonly late: readonly string[]
}

export interface EvictOptions {
  readonly server: ServerProcess
  readonly evictions: number
  readonly seed: number
  /** Each on a device of their own, at the same time. */
  readonly advisors: readonly string[]
  /** Told of each as it ends, so that a drill cut short has its account up to there. */
  readonly onEviction?: (number: number, plan: EvictionPlan, tookMs: number) => void
}

interface EvictionLedger {
  readonly prefix: string
  readonly shown: { note: string; isGuaranteed: boolean; isSaid: boolean }[]
  readonly silent: string[]
  readonly unknowable: string[]
  readonly late: string[]
}

const networkThatIsEnoughMs = 10_000

/** Throws the site's data away at random moments, on devices with and without network, and looks at what is lost. */
export async function evictStorage({
  server,
  evictions,
  seed,
  advisors,
  onEviction,
}: EvictOptions): Promise<Evicted> {
  const random = new Random(seed)
  const plans = Array.from({ length: evictions }, () => planEviction(random))
  const ledger: EvictionLedger = {
    prefix: `Éviction ${seed} `,
    shown: [],
    silent: [],
    unknowable: [],
    late: [],
  }
  const left = [...plans.entries()]
  await Promise.all(
    advisors.map(async (advisor) => {
      const device = await Device.open()
      try {
        await signIn(device.page, server.origin, advisor)
        for (let next = left.shift(); next; next = left.shift()) {
          const [index, plan] = next
          const startedAt = Date.now()
          await evictOnce(device, ledger, { origin: server.origin, advisor, plan, number: index + 1 })
          onEviction?.(index + 1, plan, Date.now() - startedAt)
        }
      } finally {
        await device.remove()
      }
    }),
  )
  const notes = notesOf((await reportsOnServer(server, ledger.prefix)).reports)
  const count = (note: string) => notes.filter((each) => each === note).length
  const missing = ledger.shown.filter(({ note }) => count(note) === 0)
  return {
    shown: ledger.shown.length,
    guaranteed: ledger.shown.filter(({ isGuaranteed }) => isGuaranteed).length,
    atRisk: ledger.shown.filter(({ isSaid }) => isSaid).length,
    lostAtRisk: missing.filter(({ isGuaranteed, isSaid }) => isSaid && !isGuaranteed).length,
    lost: missing.flatMap(({ note, isGuaranteed }) => (isGuaranteed ? note : [])),
    unsaid: missing.flatMap(({ note, isSaid }) => (isSaid ? [] : note)),
    twice: [...new Set(notes)].filter((note) => count(note) > 1),
    silent: ledger.silent,
    unknowable: ledger.unknowable,
    late: ledger.late,
  }
}

interface Turn {
  readonly origin: string
  readonly advisor: string
  readonly plan: EvictionPlan
  readonly number: number
}

async function evictOnce(device: Device, ledger: EvictionLedger, turn: Turn): Promise<void> {
  const { plan, origin, number } = turn
  const { page } = device
  device.context.setDefaultTimeout(60_000)
  await page.goto(origin)
  await isInstalled(page)
  await hasOwnReports(page)
  await device.context.setOffline(!plan.networkAtSave)
  const saved: { note: string; at: number }[] = []
  for (let report = 1; report <= plan.reports; report += 1) {
    const note = `${ledger.prefix}${number}.${report}`
    await fileSimplestReport(page, note)
    await saysSaved(page)
    saved.push({ note, at: Date.now() })
  }
  await device.context.setOffline(!plan.networkAfter)
  const networkSince = plan.networkAtSave ? 0 : Date.now()
  await pause(plan.afterMs)
  if (plan.amidSave) await beginSave(page, `${ledger.prefix}${number}.amid`)
  const waiting = new Set((await readDeviceTables(page)).waiting)
  const isSaid = await saysAtRisk(page, saved.filter(({ note }) => waiting.has(note)).length)
  const now = Date.now()
  for (const { note, at } of saved) {
    const isGuaranteed = plan.networkAfter && now - Math.max(at, networkSince) >= networkThatIsEnoughMs
    ledger.shown.push({ note, isGuaranteed, isSaid: isSaid && waiting.has(note) })
  }
  // With network while it was saved, it may have been sent before there was none: then nothing is at risk.
  if (!plan.amidSave && !plan.networkAfter && isSaid) await explainsRisk(page)
  await throwAway(device, origin, plan)
  await device.context.setOffline(false)
  await comesBack(device, ledger, turn)
}

/** The new line has its mark, or is sent already. */
async function saysSaved(page: Page): Promise<void> {
  await page
    .getByText('Compte rendu enregistré.')
    .or(page.getByRole('listitem').filter({ hasText: 'Enregistré sur cet appareil' }))
    .first()
    .waitFor()
}

/** Presses the button, and waits for nothing. */
async function beginSave(page: Page, note: string): Promise<void> {
  await openForm(page)
  await chooseDurationAndTheme(page)
  await writeNote(page, note)
  await page.evaluate(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Enregistrer').click()`,
  )
}

/** Whether the header says that so many reports, or more, are still to be sent. */
async function saysAtRisk(page: Page, count: number): Promise<boolean> {
  if (count === 0) return false
  const said = await page
    .getByRole('link', { name: /à envoyer/ })
    .innerText({ timeout: 2_000 })
    .catch(() => '0')
  return Number(/(\d+) à envoyer|(\d+)\u00A0à envoyer/.exec(said)?.slice(1).find(Boolean) ?? 0) >= count
}

/** One tap further: why that is a risk here, and what to do. */
async function explainsRisk(page: Page): Promise<void> {
  await page.getByRole('link', { name: /à envoyer/ }).click()
  await page.getByText('Ce qui n’est pas envoyé n’est que sur cet appareil.').waitFor()
}

async function throwAway(device: Device, origin: string, { what }: EvictionPlan): Promise<void> {
  if (what === 'database') {
    await device.close()
    await rm(join(device.profile, 'Default', 'IndexedDB'), { recursive: true, force: true })
    await device.open()
    return
  }
  const session = await device.context.newCDPSession(device.page)
  const storageTypes = what === 'everything' ? 'all' : 'indexeddb,cache_storage,service_workers'
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes })
  await session.detach()
}

const lossIsKept = () => Object.keys(localStorage).some((key) => key.startsWith('espace-coop:storage-loss:'))

/** The person signs in again where they must; the app says what happened, and what was sent comes back. */
async function comesBack(device: Device, ledger: EvictionLedger, turn: Turn): Promise<void> {
  const { page } = device
  // A page that is open learns of it a moment after, whatever else was thrown away, and keeps it for after the sign-in.
  if (turn.plan.what !== 'database') {
    await page.waitForFunction(lossIsKept).catch(() => undefined)
    // What takes everything takes the first word of it too.
    await pause(1_500)
  }
  await page.goto(turn.origin)
  const signsIn = page.getByRole('link', { name: 'Se connecter' })
  await signsIn
    .or(page.getByRole('link', { name: 'Compte rendu', exact: true }))
    .first()
    .waitFor()
  if (await signsIn.isVisible()) await signIn(page, turn.origin, turn.advisor)
  const notice = page.getByText('Ce que gardait cet appareil a été effacé')
  await notice
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(() => {
      const unheard = turn.plan.what === 'everything' ? ledger.unknowable : ledger.silent
      unheard.push(`${turn.number}: ${JSON.stringify(turn.plan)}`)
    })
  const understood = page.getByRole('button', { name: 'J’ai compris' })
  if (await understood.isVisible()) await understood.click()
  await page.goto(turn.origin)
  await hasOwnReports(page).catch(async () => {
    const text = await page.evaluate(() => document.body.innerText)
    ledger.late.push(`${turn.number}: ${JSON.stringify(turn.plan)} ${page.url()} ${JSON.stringify(text)}`)
  })
}
