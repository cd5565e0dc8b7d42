import { mkdir, mkdtemp } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
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
    door?.closeAllConnections()
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
      const address = `http://localhost:${port}/connexion`
      await device.page.goto(address)
      if (device.page.url() !== address) throw new Error(`asked for ${address}, sent to ${device.page.url()}`)
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

/**
 * Another port at which the same server answers: what the app is made of is the same at each. Asked by its own name, since
 * it sends people who come by another one of the machine's to the one that it knows.
 */
async function leadTo(served: number, port: number): Promise<Server> {
  const door = createServer(({ method, url, headers }, reply) => {
    const options = { port: served, method, path: url, headers: { ...headers, host: `localhost:${served}` } }
    const asked = request(options, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    // A browser that is done with a page leaves what it asked for it.
    reply.on('close', () => asked.destroy())
    asked.on('error', () => reply.destroy())
    asked.end()
  })
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve))
  return door
}
