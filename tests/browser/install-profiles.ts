import { mkdir, mkdtemp } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyFolder } from './copy-folder.ts'
import { Device } from './device.ts'
import { isInstalled } from './person.ts'

/**
 * Makes profiles of browsers in which the app is installed and nobody has signed in: one for each port that tests are
 * served at, since a browser keeps an app by its origin. Answers the folder that they are in, each named by its port.
 * @param served the port of a server that runs
 */
export async function installProfiles(served: number, ports: readonly number[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-installed-'))
  for (const port of ports) {
    const door = port === served ? undefined : await leadTo(served, port)
    await install(port, join(folder, String(port)))
    door?.close()
  }
  return folder
}

async function install(port: number, profile: string): Promise<void> {
  const device = await Device.open({ isNew: true })
  try {
    // A browser that is closed soon after may not have kept it: then the next visit has no worker, and installs it again.
    for (let isKept = false, visits = 0; !isKept; visits += 1) {
      if (visits > 0) await device.open()
      if (visits > 5) throw new Error('the browser does not keep the app that it installed')
      await device.page.goto(`http://localhost:${port}/connexion`)
      isKept = await device.page.evaluate<boolean>('navigator.serviceWorker.controller !== null')
      await isInstalled(device.page)
      await device.close()
    }
    await mkdir(profile)
    await copyFolder(device.profile, profile)
  } finally {
    await device.remove()
  }
}

/** Another port at which the same server answers: what the app is made of is the same at each. */
async function leadTo(served: number, port: number): Promise<Server> {
  const door = createServer((outside) => {
    const inside = connect(served, '127.0.0.1')
    outside.pipe(inside).pipe(outside)
    // A browser that is done cuts its connections.
    outside.on('error', () => inside.destroy())
    inside.on('error', () => outside.destroy())
  })
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve))
  return door
}
