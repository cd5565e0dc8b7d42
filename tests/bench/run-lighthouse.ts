import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Device } from '../browser/device.ts'
import { chromiumArguments, findChromium } from '../browser/find-chromium.ts'
import { signIn } from '../browser/person.ts'
import { ServerProcess } from '../browser/server-process.ts'
import { printFigures, type Figure } from './figures.ts'

/* `npm run bench:lighthouse`: the public pages and the pages of somebody signed in, by Lighthouse 12.8. */

const publicPages = ['/connexion', '/accessibilite', '/donnees-personnelles', '/mentions-legales', '/aide']
const signedInPages = ['/', '/compte-rendu', '/activites']

/** The part of Lighthouse's report that is read here. */
const reportSchema = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.record(
    z.string(),
    z.object({ score: z.nullable(z.number()), auditRefs: z.array(z.object({ id: z.string() })) }),
  ),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.nullable(z.number()), details: z.optional(z.unknown()) }),
  ),
})
type Report = z.infer<typeof reportSchema>

const server = await ServerProcess.start()
const folder = await mkdtemp(join(tmpdir(), 'espace-coop-lighthouse-'))
try {
  const cookie = await cookieOf('Awa')
  for (const path of publicPages) print(path, await audit(path, undefined))
  for (const path of signedInPages) print(`${path} (signed in)`, await audit(path, cookie))
} finally {
  await rm(folder, { recursive: true, force: true })
  await server.remove()
}

/** The session of a person, as the header that a browser would send. */
async function cookieOf(firstName: string): Promise<string> {
  const device = await Device.open()
  try {
    await signIn(device.page, server.origin, firstName)
    const cookies = await device.context.cookies(server.origin)
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  } finally {
    await device.remove()
  }
}

async function audit(path: string, cookie: string | undefined): Promise<Report> {
  const output = join(folder, 'report.json')
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, 'lighthouse', 'node_modules', 'lighthouse', 'cli', 'index.js'),
      `${server.origin}${path}`,
      '--only-categories=accessibility,best-practices',
      '--output=json',
      `--output-path=${output}`,
      `--chrome-flags=--headless=new ${chromiumArguments().join(' ')}`,
      '--quiet',
      ...(cookie === undefined ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: (await findChromium()) ?? '' } },
  )
  if (status !== 0) throw new Error(`Lighthouse could not look at ${path}: ${stderr}`)
  return reportSchema.parse(JSON.parse(await readFile(output, 'utf8')))
}

function print(page: string, report: Report): void {
  printFigures(page, [
    category('accessibility', report),
    category('best-practices', report),
    consoleErrors(report),
  ])
  console.log(`  looked at ${new URL(report.finalDisplayedUrl).pathname}`)
  for (const name of Object.keys(report.categories)) {
    for (const { title, details } of failures(name, report)) {
      console.log(`  ${name}: ${title} ${JSON.stringify(details).slice(0, 600)}`)
    }
  }
}

function category(name: string, report: Report): Figure {
  const score = Math.round((report.categories[name]?.score ?? 0) * 100)
  return figure(name, '100', String(score), score === 100)
}

function consoleErrors({ audits }: Report): Figure {
  const none = audits['errors-in-console']?.score === 1
  return figure('console errors', 'none', none ? 'none' : 'some', none)
}

function figure(what: string, target: string, measured: string, met: boolean): Figure {
  return { what, target, measured, reference: '–', ratio: '–', met }
}

function failures(name: string, { categories, audits }: Report) {
  const ids = categories[name]?.auditRefs.map(({ id }) => id) ?? []
  return ids.flatMap((id) => audits[id] ?? []).filter(({ score }) => score !== null && score < 1)
}
