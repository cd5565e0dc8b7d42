import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { App } from '../../src/server/http/app.ts'
import { startServer, type RunningServer } from '../../src/server/start-server.ts'
import { copiedDatabase } from './copied-database.ts'
import { aConfiguration, anExternalIssuer } from './test-configuration.ts'

// Each start makes or opens a database on the disk, and tries whether it lasts.
vi.setConfig({ testTimeout: 120_000 })

/** One in which nothing was made yet. */
async function anEmptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function start(folder: string, environment: Record<string, string>): Promise<RunningServer> {
  const configuration = aConfiguration({ PORT: '0', DATA_FOLDER: folder, ...environment })
  return startServer(configuration, { development: false })
}

async function ask(app: App, path: string): Promise<Response> {
  // It listens on a port, never on a path.
  const { port } = app.server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })
}

/** The program itself, until it ends by itself. */
async function programEnds(environment: Record<string, string>, program = 'src/server/main.ts') {
  const root = join(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said: said.trim() }
}

test('the first start makes the State’s account and the second none, on a folder that one process has', async () => {
  const folder = await anEmptyFolder()
  const environment = { ...anExternalIssuer, FIRST_STATE_EMAIL: 'prefet@etat.example' }
  const first = await start(folder, environment)
  expect((await ask(first.app, '/api/ready')).status).toBe(200)
  await expect(start(folder, environment)).rejects.toMatchObject({ code: 'folder-in-use' })
  await first.stop()

  const second = await start(folder, environment)
  expect(await second.store.db.selectFrom('person').select('email').execute()).toEqual([
    { email: 'prefet@etat.example' },
  ])
  await second.stop()
})

test('without an issuer it loads the demonstration, once', async () => {
  const folder = await copiedDatabase()
  const first = await start(folder, {})
  const count = ({ store }: RunningServer) =>
    store.db
      .selectFrom('doc')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirst()
  const loaded = await count(first)
  expect(Number(loaded?.count)).toBeGreaterThan(1000)
  expect((await ask(first.app, '/auth/sign-in')).headers.get('location')).toContain('/demo/issuer/auth')
  await first.stop()

  const second = await start(folder, {})
  expect(await count(second)).toEqual(loaded)
  await second.stop()
})

test('where erased ids can’t be listed, the server doesn’t start and says so', async () => {
  const folder = await copiedDatabase()
  const taken = join(folder, 'erased')
  await writeFile(taken, 'a file in its place')
  await expect(start(folder, anExternalIssuer)).rejects.toMatchObject({
    code: 'folder-unusable',
    message: `The folder of erased ids can't be written: ${taken}.`,
  })
})

test('I27 no new epoch opens without the folder of erased ids', async () => {
  const folder = await anEmptyFolder()
  const { code, said } = await programEnds({ DATA_FOLDER: folder }, 'src/server/new-epoch.ts')
  expect(code).toBe(1)
  expect(said).toMatch(/^No server has written to .*erased: mount the folder of erased ids/)
})

test('in production the program refuses to start with the demonstration issuer, and says why', async () => {
  const { code, said } = await programEnds({ NODE_ENV: 'production', PUBLIC_URL: 'https://coop.test' })
  expect(code).toBe(1)
  expect(said).toMatch(/the demonstration issuer, which lets anybody in, refuses to start in production\.$/)
})
