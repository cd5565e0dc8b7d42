import { join } from 'node:path'
import type { Device } from '../../browser/device.ts'
import { hasOwnReports, isInstalled, signIn } from '../../browser/person.ts'
import { ServerProcess } from '../../browser/server-process.ts'

export const filling = { reports: 20_000, beneficiaries: 5_000 }

/** Signs in, fills the device, and takes the server away: nothing comes to repair what it doesn't know. */
export async function installFilled({ page }: Device): Promise<void> {
  const server = await ServerProcess.start()
  try {
    await signIn(page, server.origin, 'Awa')
    await isInstalled(page)
    await hasOwnReports(page)
  } finally {
    await server.remove()
  }
  await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') })
  await page.reload()
  const count = await page.evaluate<number>(`findBench.fill(${JSON.stringify(filling)})`)
  if (count < filling.reports) throw new Error(`the device holds ${count} reports only`)
  await page.reload()
}
