import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { frenchDayOf } from '../../src/domain/calendar-day.ts'
import { catalogueSchema } from '../../src/domain/open-data/catalogue.ts'
import { yearsDue } from '../../src/domain/open-data/edition.ts'
import { installProfiles } from './install-profiles.ts'
import { demonstrationVariable, portsVariable, profilesVariable } from './prepared-run.ts'
import { freePort, ServerProcess } from './server-process.ts'

/*
 * Run by vitest once, before the tests in a browser: the demonstration is made here, and each server starts on a copy;
 * the app is installed, and devices begin with a copy of that.
 */

const folders: string[] = []

export async function setup({ config }: TestProject): Promise<void> {
  const ports = await freePorts(config.maxWorkers)
  process.env[portsVariable] = ports.join(',')
  const server = await ServerProcess.start()
  folders.push(server.folder)
  try {
    await untilPublished(server)
    const profiles = await installProfiles(server.port, ports)
    folders.push(profiles)
    process.env[profilesVariable] = profiles
  } finally {
    await server.stop()
  }
  // Each server keeps what it serves anew: a thousand files less to copy.
  await rm(join(server.folder, 'assets-history'), { recursive: true, force: true })
  process.env[demonstrationVariable] = server.folder
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports]
}

export async function teardown(): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}

/**
 * Until the years that are due are counted and published, which is the last thing that a server does at its start: each
 * server of the tests would do it over otherwise, while a page waits for its answers.
 */
async function untilPublished({ origin }: ServerProcess): Promise<void> {
  const today = frenchDayOf(new Date())
  const due = yearsDue(today, Number(today.slice(0, 4)) - 2).length
  const until = Date.now() + 60_000
  while ((await publishedYears(origin)) < due && Date.now() < until) await delay(300)
}

async function publishedYears(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/api/open-data`)
  return catalogueSchema.parse(await answer.json()).editions.length
}
