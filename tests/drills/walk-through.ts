import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { cast } from '../../src/server/demonstration/cast.ts'
import { Device, laptop } from '../browser/device.ts'
import { letterTo } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { makeMonthToWalk, pointsWanted } from './walk/month-to-walk.ts'
import { Walk } from './walk/reading-pace.ts'

/*
 * npm run walk-through: from the mail to a vouched month with three things to look at, at a human's reading pace
 * (walk/reading-pace.ts). Pictures of each step are in dist-pictures/walk-through. Fails above five minutes.
 */

const secondsMost = 300
const folder = join(import.meta.dirname, '..', '..', 'dist-pictures', 'walk-through')

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const server = await ServerProcess.start()
try {
  await server.stop()
  const month = await makeMonthToWalk(server.folder)
  await server.start()
  const desk = await Device.open({ viewport: laptop })
  try {
    print(await walk(desk.page, month))
  } finally {
    await desk.remove()
  }
} finally {
  await server.remove()
}

async function walk(page: Page, month: string): Promise<Walk> {
  const way = new Walk(page, folder)
  const letter = await letterTo(page, server.origin, cast.denis.email)
  const link = letter.getByRole('link', { name: new RegExp(`/mois/${month}$`) })
  // A letter was written by the server that made the demonstration, at another port.
  await link.evaluate((element: HTMLAnchorElement, origin) => {
    element.href = origin + new URL(element.href).pathname
  }, server.origin)
  await way.reads('reads the mail', letter)
  await way.clicks('opens its link', link)
  const signIn = page.getByRole('link', { name: 'Se connecter' })
  await signIn.waitFor()
  await way.reads('reads that one signs in')
  await way.clicks('signs in', signIn)
  // The demonstration's list of people stands for an issuer's page, where one is alone.
  const account = page.getByRole('button', { name: /Denis/ })
  await account.waitFor()
  await way.reads('reads one’s name among the accounts', account)
  await way.clicks('chooses one’s account', account)

  await page.getByText(/^Lu /).waitFor()
  await way.reads('reads the month')
  await way.clicks('goes to what is to be looked at', page.getByRole('link', { name: 'Les regarder' }))
  await page.getByText(/^Regardé/).waitFor()
  await way.reads('reads the three points, and the reports side by side')
  for (let point = 1; point <= pointsWanted; point += 1) await settle(way, page, point)
  await way.reads('reads that nothing is left')
  await way.clicks('goes back to the month', page.getByRole('link', { name: /^Lire le mois/ }))
  await page.getByText(/^Lu /).waitFor()
  await way.reads('reads what is new of the month')
  await way.clicks('vouches', page.getByRole('button', { name: /^Attester le mois/ }))
  await page.getByText(/est attesté\.$/).waitFor()
  await way.reads('reads that it is done')
  return way
}

/** The first by a sentence of one's own, the others by one that is offered. */
async function settle(way: Walk, page: Page, point: number): Promise<void> {
  const answer = page.getByRole('button', { name: /^Répondre par une phrase/ }).first()
  await way.clicks(`answers point ${point}`, answer)
  await way.reads('reads the sentences that are offered', page.getByRole('main'))
  if (point === 1)
    await way.types('types a sentence', page.getByLabel('Votre phrase'), 'Le double sera supprimé demain.')
  else await way.presses('chooses a sentence', 'Space')
  const left = pointsWanted - point
  await way.clicks('settles it', page.getByRole('button', { name: 'Régler ce point' }))
  await page
    .getByText(left === 0 ? 'Il n’en reste aucun pour ce mois.' : `Il en reste ${left} pour ce mois.`)
    .waitFor()
}

function print(way: Walk): void {
  for (const { what, words, clicks, seconds, picture } of way.steps) {
    const does = clicks > 0 ? 'click' : `${words} words`
    console.log(
      `${seconds.toFixed(1).padStart(6)} s  ${what.padEnd(58)} ${does.padStart(10)}  ${picture.slice(folder.length + 1)}`,
    )
  }
  const total = way.seconds
  console.log(
    `${total.toFixed(1).padStart(6)} s  in all, ${way.clickCount} clicks; at most ${secondsMost} s are allowed`,
  )
  if (total > secondsMost) process.exitCode = 1
}
