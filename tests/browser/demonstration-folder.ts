import { rm } from 'node:fs/promises'
import { demonstrationVariable, ServerProcess } from './server-process.ts'

/* Run by vitest once, before the tests in a browser: the demonstration is made here, and each server starts on a copy. */

let folder: string | undefined

export async function setup(): Promise<void> {
  const server = await ServerProcess.start()
  await server.stop()
  folder = server.folder
  process.env[demonstrationVariable] = folder
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
}
