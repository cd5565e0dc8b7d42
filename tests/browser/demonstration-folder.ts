import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { frenchDayOf } from '../../src/domain/calendar-day.ts'
import { catalogueSchema } from '../../src/domain/open-data/catalogue.ts'
import { yearsDue } from '../../src/domain/open-data/edition.ts'
import { demonstrationVariable, ServerProcess } from './server-process.ts'

/* Run by vitest once, before the tests in a browser: the demonstration is made here, and each server starts on a copy. */

let folder: string | undefined

export async function setup(): Promise<void> {
  const server = await ServerProcess.start()
  await untilPublished(server)
  await server.stop()
  folder = server.folder
  process.env[demonstrationVariable] = folder
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}

/**
 * Until the years that are due are counted and published, which is the last thing that a server does at its start: each
 * server of the tests would do it over otherwise, while a page waits for its answers.
 */
async function untilPublished({ origin }: ServerProcess): Promise<void> {
  const now = new Date()
  const due = yearsDue(frenchDayOf(now), now.getFullYear() - 2).length
  const until = Date.now() + 60_000
  while ((await publishedYears(origin)) < due && Date.now() < until) await delay(300)
}

async function publishedYears(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/api/open-data`)
  return catalogueSchema.parse(await answer.json()).editions.length
}
