import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { Device } from '../../browser/device.ts'
import { hasOwnReports, isInstalled, signIn, syncsNow } from '../../browser/person.ts'
import type { ServerProcess } from '../../browser/server-process.ts'
import { Random } from '../../simulation/random.ts'
import { advisorInPage, tellsName, type AdvisorEvents } from './advisor-in-page.ts'
import { readDeviceTables } from './device-tables.ts'
import { lossesOf, lostOf, newLedger, type ScreenLedger } from './screen-ledger.ts'
import { notesOf, reportsOnServer } from './server-reports.ts'

/** A moment at which the browser is killed: so long after something has happened for the nth time since it opened. */
export interface Moment {
  readonly after: 'typed' | 'submitted' | 'pushed' | 'pulled'
  readonly nth: number
  readonly delayMs: number
}

export interface KilledBrowser {
  readonly moments: readonly Moment[]
  /** Reports that the screen showed as saved. */
  readonly shown: number
  /** Kills between the press of the button and the word on the screen, and while a request was being answered. */
  readonly amidSaves: number
  readonly amidRequests: number
  /** Shown as saved, and not on the device at the next opening, or not on the server at the end. */
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  /** Typed more than 300 ms before a kill, and in no draft. */
  readonly forgotten: readonly string[]
  readonly opsTwice: number
}

export interface KillOptions {
  readonly server: ServerProcess
  readonly kills: number
  readonly seed: number
}

/** Kills Chromium while an advisor types, saves and sends, looks each time at what is left, and at the server's end. */
export async function killBrowser({ server, kills, seed }: KillOptions): Promise<KilledBrowser> {
  const device = await Device.open()
  const random = new Random(seed)
  const moments = Array.from({ length: kills }, (_, index) => momentOf(random, index))
  const prefix = `Mise à mort ${seed} `
  const ledger = newLedger()
  const wrong = { lost: [] as string[], twice: [] as string[], forgotten: [] as string[] }
  let [amidSaves, amidRequests] = [0, 0]
  try {
    await signIn(device.page, server.origin, 'Awa')
    await isInstalled(device.page)
    await hasOwnReports(device.page)
    // A browser takes half a minute to write a new session's cookie: the drill is of a device that is in use.
    await device.close()
    await (await device.open()).goto(server.origin)
    for (const [index, moment] of moments.entries()) {
      const killed = await fileUntilKilled(device, ledger, { moment, prefix: `${prefix}${index + 1}.` })
      amidSaves += killed.isSaving ? 1 : 0
      amidRequests += killed.isSending ? 1 : 0
      const page = await device.open()
      await page.goto(server.origin)
      await page.getByRole('link', { name: 'Compte rendu', exact: true }).first().waitFor()
      const losses = lossesOf(ledger, await readDeviceTables(page), killed.at)
      for (const kind of ['lost', 'twice', 'forgotten'] as const) wrong[kind].push(...losses[kind])
      ledger.typed = []
    }
    await syncsNow(device.page, server.origin)
    const { reports, opsTwice } = await reportsOnServer(server, prefix)
    const atEnd = lostOf(ledger, notesOf(reports))
    return {
      moments,
      shown: ledger.shown.size,
      amidSaves,
      amidRequests,
      lost: [...wrong.lost, ...atEnd.lost],
      twice: [...wrong.twice, ...atEnd.twice],
      forgotten: wrong.forgotten,
      opsTwice,
    }
  } finally {
    await device.remove()
  }
}

/** Each kind of moment in turn, so that two kills already meet a save and a request. */
function momentOf(random: Random, index: number): Moment {
  switch (index % 4) {
    case 0:
      return { after: 'submitted', nth: 1 + random.below(6), delayMs: random.below(60) }
    case 1:
      return { after: 'pushed', nth: 1 + random.below(2), delayMs: random.below(15) }
    case 2:
      return { after: 'typed', nth: 15 + random.below(60), delayMs: random.below(400) }
    default:
      return { after: 'pulled', nth: 1 + random.below(2), delayMs: random.below(15) }
  }
}

interface Killed {
  readonly at: number
  readonly isSaving: boolean
  readonly isSending: boolean
}

/** Lets the advisor of the page file, and kills the browser at the moment. */
async function fileUntilKilled(
  device: Device,
  ledger: ScreenLedger,
  { moment, prefix }: { moment: Moment; prefix: string },
): Promise<Killed> {
  const { page } = device
  const counts = { typed: 0, submitted: 0, pushed: 0, pulled: 0 }
  let isSaving = false
  let strike = () => undefined as void
  const struck = new Promise<void>((resolve) => (strike = resolve))
  const happens = (what: Moment['after']) => {
    counts[what] += 1
    if (what === moment.after && counts[what] === moment.nth) strike()
  }
  const sending = watchRequests(page, happens)
  const tell: AdvisorEvents = {
    typed: (note, at) => {
      ledger.typed.push({ note, at })
      happens('typed')
    },
    submitted: (note) => {
      isSaving = true
      ledger.submitted.add(note)
      happens('submitted')
    },
    shown: (note) => {
      isSaving = false
      ledger.typed = []
      ledger.shown.add(note)
    },
  }
  await page.exposeFunction(tellsName, (what: keyof AdvisorEvents, note: string, at: number) =>
    tell[what](note, at),
  )
  await page.evaluate(advisorInPage)
  // Nobody answers once the browser is killed.
  const filing = page.evaluate(`fileReports(${JSON.stringify(prefix)}, ${moment.after === 'typed' ? 30 : 0})`)
  await Promise.race([struck, filing.then(() => undefined), tooLate()])
  await pause(moment.delayMs)
  const killed = { at: Date.now(), isSaving, isSending: sending.size > 0 }
  const ended = filing.catch(() => undefined)
  await device.kill()
  await ended
  return killed
}

async function tooLate(): Promise<never> {
  await pause(90_000, undefined, { ref: false })
  throw new Error('the moment never came')
}

/** The requests of sync that are being answered now. */
function watchRequests(page: Page, happens: (what: 'pushed' | 'pulled') => void): Set<string> {
  const open = new Set<string>()
  page.on('request', (request) => {
    const kind = /\/sync\/v1\/(push|pull)$/.exec(request.url())?.[1]
    if (kind === undefined) return
    open.add(request.url())
    happens(kind === 'push' ? 'pushed' : 'pulled')
  })
  page.on('requestfinished', (request) => open.delete(request.url()))
  page.on('requestfailed', (request) => open.delete(request.url()))
  return open
}
