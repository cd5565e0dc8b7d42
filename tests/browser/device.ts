import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page, type Request } from 'playwright-core'
import { copyFolder } from './copy-folder.ts'
import { chromiumArguments, findChromium } from './find-chromium.ts'
import { preparedProfile } from './prepared-run.ts'

export const phone = { width: 390, height: 844 }
export const laptop = { width: 1280, height: 800 }

export interface DeviceOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /**
   * False where a test asks nothing of the service worker: the browser then has none, as one that refuses it, and is
   * spared the installation of some four hundred files, several seconds of processor.
   */
  hasWorker?: boolean
  /**
   * True where a device's first installation is what is tested: others that have the service worker begin with the app
   * installed, where a run of the tests has prepared it.
   */
  isNew?: boolean
}

/** A device of a person: a browser profile on disk, that can be closed, killed and opened again. */
export class Device {
  readonly profile: string
  private readonly options: DeviceOptions
  private opened: { context: BrowserContext; page: Page; processGroup: number } | undefined
  /** Errors that the page's console showed, and uncaught ones. */
  readonly errors: string[] = []
  private readonly underWay = new Set<Request>()

  private constructor(profile: string, options: DeviceOptions) {
    this.profile = profile
    this.options = options
  }

  static async open(options: DeviceOptions = {}): Promise<Device> {
    const profile = await mkdtemp(join(tmpdir(), 'espace-coop-browser-'))
    const installed = preparedProfile()
    if (installed !== undefined && options.hasWorker !== false && !options.isNew)
      await copyFolder(installed, profile)
    const device = new Device(profile, options)
    await device.open()
    return device
  }

  async open(): Promise<Page> {
    const executablePath = await findChromium()
    if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH')
    const viewport = this.options.viewport ?? phone
    const context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      args: chromiumArguments(),
      headless: true,
      viewport,
      colorScheme: this.options.colorScheme ?? 'light',
      hasTouch: viewport.width < 800,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(20_000)
    await context.addInitScript(sameLettersEverywhere)
    if (this.options.hasWorker === false) await context.addInitScript(noServiceWorker)
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('console', (message) => {
      // A failed request is told below, with its address.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.errors.push(message.text())
      }
    })
    page.on('response', (response) => {
      if (response.status() >= 400) this.errors.push(`${response.status()} ${response.url()}`)
    })
    page.on('pageerror', (error) => this.errors.push(error.message))
    this.underWay.clear()
    page.on('request', (request) => this.underWay.add(request))
    page.on('requestfinished', (request) => this.underWay.delete(request))
    page.on('requestfailed', (request) => this.underWay.delete(request))
    this.opened = { context, page, processGroup: await processGroupOf(context) }
    return page
  }

  /** How many requests of the page aren't answered. */
  get requestsUnderWay(): number {
    return this.underWay.size
  }

  get page(): Page {
    if (!this.opened) throw new Error('the device is closed')
    return this.opened.page
  }

  get context(): BrowserContext {
    if (!this.opened) throw new Error('the device is closed')
    return this.opened.context
  }

  async close(): Promise<void> {
    await this.opened?.context.close()
    this.opened = undefined
  }

  /** SIGKILL of all the browser's processes, as of a system that is short of memory: nobody is told, nothing is flushed. */
  async kill(): Promise<void> {
    const { opened } = this
    if (!opened) throw new Error('the device is closed')
    this.opened = undefined
    const closed = new Promise((resolve) => opened.context.once('close', resolve))
    process.kill(-opened.processGroup, 'SIGKILL')
    await closed
  }

  /** Nothing of it is read again, so it needn't close in good order, which a browser in trouble may never do. */
  async remove(): Promise<void> {
    if (this.opened) await this.kill()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs in each page: pictures and widths must not hang on the fonts that a machine has. */
const sameLettersEverywhere = `addEventListener('DOMContentLoaded', () =>
  document.documentElement.style.setProperty('--font', "'Liberation Sans', Arial, sans-serif"))`

const noServiceWorker = 'delete Navigator.prototype.serviceWorker'

/** The browser's own process leads a group of its own: playwright-core starts it detached. */
async function processGroupOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  await session?.detach()
  const browser = processInfo.find(({ type }) => type === 'browser')
  if (!browser) throw new Error('the browser has no process')
  return browser.id
}
