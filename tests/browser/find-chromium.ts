import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where browsers live when they are not on the PATH: Linux, snap and macOS. */
const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Path of a Chromium that can be run: the one that CHROMIUM_PATH names, else one on the PATH, in a usual place, or
 * fetched earlier by playwright-core. With `install`, it is fetched when there is none; undefined when that fails too.
 */
export async function findChromium(options: { install?: boolean } = {}): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH']
  if (named) return mustRun(named)
  const found = candidates().find(canRun)
  if (found !== undefined || !options.install) return found
  return installed()
}

/** What Chromium is started with here: no sandbox for root only, who can't have one, and no traffic of its own. */
export function chromiumArguments(): string[] {
  const isRoot = process.getuid?.() === 0
  return [...(isRoot ? ['--no-sandbox'] : []), ...quiet, `--disable-features=${unused.join()}`]
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The suggestions of the address bar are a page of their own, which takes a second of processor at each start. The last
 * such list is the one that counts, so playwright-core's own are here too.
 */
const unused = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

function candidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces, chromium.executablePath()]
}

function mustRun(path: string): string {
  if (!canRun(path)) throw new Error(`CHROMIUM_PATH names ${path}, which can't be run`)
  return path
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not ours to run: the answer is no either way.
    return false
  }
}

/** Asks playwright-core for the Chromium of its version. Needs the network; says so in a sentence when it fails. */
function installed(): string | undefined {
  const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '..', 'cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  })
  const path = chromium.executablePath()
  if (status === 0 && canRun(path)) return path
  console.log('No Chromium was found and none could be fetched: install it, or set CHROMIUM_PATH.')
  return undefined
}
