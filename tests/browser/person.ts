import { errors, type Locator, type Page } from 'playwright-core'
import { signInHref } from '../../src/app/addresses.ts'

/** What a person does, by the words on the screen. */

/** Signs in through the issuer's page, by the account's first name; as the link of the page of sign-in leads there. */
export async function signIn(page: Page, origin: string, firstName: string): Promise<void> {
  await page.goto(origin + signInHref('/'))
  await page.getByRole('button', { name: new RegExp(firstName) }).click()
  await page.waitForURL((url) => url.origin === origin && !/^\/(connexion|auth|demo)/.test(url.pathname))
}

/** Until the person's earlier reports have come to a new device: the form then knows their usual place. */
export async function hasOwnReports(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Derniers comptes rendus' }).waitFor()
}

/** Until all of them have, and not only the latest: what counts them again later has to find as many. */
export async function hasAllOwnReports(page: Page): Promise<void> {
  await hasOwnReports(page)
  await isOnDevice(
    page,
    "transaction('cursor').objectStore('cursor').getAll()",
    'found.length > 0 && found.every(({ complete }) => complete)',
  )
}

/** Until the service worker holds everything that the app is made of. */
export async function isInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const patience = new Promise((_, refuse) => {
      setTimeout(() => refuse(new Error('no service worker within a minute')), 60_000)
    })
    await Promise.race([navigator.serviceWorker.ready, patience])
  })
}

/**
 * Until an answer of the server is kept on the device, to be read without network. A page shows it before that: on a
 * new device the writing waits until all reports have come.
 * @param name what it is kept under
 */
export async function keepsAnswer(page: Page, name: string): Promise<void> {
  await isOnDevice(page, `transaction('meta').objectStore('meta').count('${name}')`, 'found > 0')
}

/**
 * Until something holds of what the device's database has. As text, which runs in the page; not by `waitForFunction`, to
 * which a promise is a yes.
 *
 * @param request of the database
 * @param holds a condition on what it `found`
 */
async function isOnDevice(page: Page, request: string, holds: string): Promise<void> {
  await page.evaluate(`(async () => {
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      const name = (await indexedDB.databases()).find((one) => one.name.startsWith('coop-'))?.name
      if (name !== undefined) {
        const database = await settled(indexedDB.open(name))
        const found = await settled(database.${request})
        database.close()
        if (${holds}) return
      }
      await new Promise((next) => setTimeout(next, 50))
    }
    throw new Error(${JSON.stringify(`not on the device within a minute: ${holds}`)})
  })()`)
}

/** Fills what a report can't do without, and saves it. */
export async function fileSimplestReport(page: Page, note?: string): Promise<void> {
  await openForm(page)
  await chooseDurationAndTheme(page)
  if (note) await writeNote(page, note)
  await save(page)
}

export async function openForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Compte rendu', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Compte rendu' }).waitFor()
}

export async function chooseDurationAndTheme(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '45 min' }).check({ force: true })
  await page.getByRole('group', { name: 'Sur quoi' }).getByRole('checkbox').first().check({ force: true })
}

export async function writeNote(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).waitFor()
  const field = page.getByLabel('Note', { exact: true })
  // The fold opens by itself where there is something in it: asked again until it is open.
  for (let times = 0; times < 10 && !(await field.isVisible()); times += 1) {
    await page.getByText('Préciser', { exact: true }).click()
    await field.waitFor({ timeout: 1_000 }).catch(notYet)
  }
  await field.fill(note)
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Activités' }).waitFor()
}

/** Asks for a sync on its page, and waits until nothing waits any more. */
export async function syncsNow(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/synchronisation`)
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await page.getByText('Tout est envoyé').waitFor()
}

/** Somebody's message on the page of the demonstration: it is written soon after the server has started. */
export async function letterTo(page: Page, origin: string, email: string): Promise<Locator> {
  const letter = page.getByRole('article').filter({ hasText: `À ${email}` })
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(`${origin}/demo/courrier`)
    await letter.waitFor({ timeout: 1_000 }).catch(notYet)
    if (await letter.isVisible()) return letter
  }
  throw new Error(`no message to ${email} within a minute`)
}

function notYet(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error
}
