import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Device, laptop } from './device.ts'
import { hasOwnReports, openForm, signIn } from './person.ts'
import { ServerProcess } from './server-process.ts'

/* `npm run screenshots`: the pictures of the manifest and of README.md, from the demonstration. */

const folder = join(import.meta.dirname, '..', '..', 'public', 'screenshots')

await mkdir(folder, { recursive: true })
const server = await ServerProcess.start()
try {
  await onDevice(await Device.open(), async (phone) => {
    await openForm(phone.page)
    await phone.page.getByRole('radio', { name: '45 min' }).check({ force: true })
    const themes = phone.page.getByRole('group', { name: 'Sur quoi' })
    await themes.getByRole('checkbox', { name: 'E-mail' }).check({ force: true })
    await takes(phone, 'compte-rendu.png')
  })
  await onDevice(await Device.open({ viewport: laptop }), async (desk) => {
    await desk.page.goto(`${server.origin}/activites`)
    await desk.page.getByRole('main').locator('a[href^="/activites/"]').first().click()
    await desk.page.getByRole('button', { name: 'Fermer le compte rendu' }).waitFor()
    await takes(desk, 'activites.png')
  })
} finally {
  await server.remove()
}

async function onDevice(device: Device, act: (device: Device) => Promise<void>): Promise<void> {
  try {
    await signIn(device.page, server.origin, 'Awa')
    await hasOwnReports(device.page)
    await act(device)
  } finally {
    await device.remove()
  }
}

/** Nothing that blinks: neither a pointer over something nor what has the focus. */
async function takes({ page }: Device, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, name), caret: 'hide' })
  console.log(`public/screenshots/${name}`)
}
