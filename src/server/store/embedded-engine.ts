import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

import { PGlite, protocol } from '@electric-sql/pglite'

import { durableStartParams, giveFsync, proveDurable, realDisk } from './embedded-durability.ts'
import type { Disk, SyncRecord } from './embedded-durability.ts'
import type { TextRows } from './embedded-protocol.ts'
import type { SqlErrorFields } from './sql-error.ts'
import { StoreError } from './store-error.ts'

/** PGlite with everything as text, which can be told from a broken one. Runs in a thread of its own. */
export interface EmbeddedEngine {
  /** Throws a refused statement as `RefusedStatement`, and anything else as `EngineBroken`. */
  run(sql: string, values: (string | null)[]): Promise<TextRows>
  close(): Promise<void>
}

export class RefusedStatement extends Error {
  readonly fields: SqlErrorFields

  constructor(fields: SqlErrorFields) {
    super(fields.message)
    this.fields = fields
  }
}

/** The engine stopped in the middle of something. What was acknowledged is on the disk; it must be started again. */
export class EngineBroken extends Error {}

/** Opens the database of a folder, made on first use; without a folder, one in memory that ends with the process. */
export async function openEmbeddedEngine(
  folder: string | undefined,
  disk: Disk = realDisk,
): Promise<EmbeddedEngine> {
  if (folder === undefined) return engineOver(await startPGlite(undefined), undefined)
  const cluster = join(folder, 'cluster')
  if (!existsSync(cluster)) await makeCluster(folder, cluster, disk)
  const pglite = await startPGlite(cluster)
  const record = giveFsync(pglite, disk)
  await proveDurable(pglite, record)
  return engineOver(pglite, record)
}

/** Made beside its place and moved there when it is whole and on the disk: a kill in the middle leaves nothing. */
async function makeCluster(folder: string, cluster: string, disk: Disk): Promise<void> {
  const draft = join(folder, 'cluster.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const pglite = await startPGlite(draft)
  await pglite.close()
  await syncTree(draft, disk)
  renameSync(draft, cluster)
  disk.syncFolder(folder)
}

async function syncTree(folder: string, disk: Disk): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path, disk)
    else await syncFileAt(path, disk)
  }
  disk.syncFolder(folder)
}

async function syncFileAt(path: string, disk: Disk): Promise<void> {
  const file = await open(path, 'r+')
  try {
    disk.syncFile(file.fd)
  } finally {
    await file.close()
  }
}

async function startPGlite(cluster: string | undefined): Promise<PGlite> {
  const said: string[] = []
  const onStderr = (text: string): boolean => {
    if (said.length < 50) said.push(text)
    return false
  }
  const durable = cluster === undefined ? {} : { dataDir: cluster, startParams: durableStartParams }
  try {
    return await PGlite.create({ ...durable, onStderr })
  } catch (error) {
    const lastWords = said.slice(-5).join(' ')
    throw new StoreError('engine-failed', `The embedded database didn't start. ${lastWords}`.trim(), error)
  }
}

function engineOver(pglite: PGlite, record: SyncRecord | undefined): EmbeddedEngine {
  return {
    async run(sql, values) {
      const messages = await ask(pglite, sql, values)
      if (record?.failure !== undefined) throw brokenBy(record.failure)
      return readAnswer(messages)
    },
    close: () => pglite.close(),
  }
}

/**
 * One statement in one message, where PGlite's own `query` sends six: half the time. Values go in and come out as
 * text, so that one table reads them for both engines (`database-values.ts`).
 */
async function ask(pglite: PGlite, sql: string, values: (string | null)[]): Promise<BackendMessages> {
  const { parse, bind, describe, execute, sync } = protocol.serialize
  const parts = [parse({ text: sql }), bind({ values }), describe({ type: 'P' }), execute({}), sync()]
  try {
    return await pglite.runExclusive(() =>
      pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false }),
    )
  } catch (error) {
    throw refusalOf(error) ?? brokenBy(error)
  }
}

type BackendMessages = Awaited<ReturnType<PGlite['execProtocolStream']>>

/** PGlite swallows whatever isn't an error of PostgreSQL, and then nothing says that the command is complete. */
function readAnswer(messages: BackendMessages): TextRows {
  const { RowDescriptionMessage, DataRowMessage, CommandCompleteMessage } = protocol.messages
  const complete = messages.find((message) => message instanceof CommandCompleteMessage)
  if (complete === undefined) throw new EngineBroken('The engine did not say that the statement is complete')
  const described = messages.find((message) => message instanceof RowDescriptionMessage)
  const tag = complete.text.split(' ')
  const count = Number(tag.at(-1))
  return {
    command: tag[0] ?? '',
    rowCount: Number.isInteger(count) ? count : null,
    fields: (described?.fields ?? []).map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
    rows: messages.flatMap((message) => (message instanceof DataRowMessage ? [message.fields] : [])),
  }
}

/** What PostgreSQL refused and lives on from; after FATAL and PANIC it doesn't. */
function refusalOf(error: unknown): RefusedStatement | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined
  if (typeof error.code !== 'string' || error.severity !== 'ERROR') return undefined
  const fields: SqlErrorFields = { message: error.message, code: error.code }
  for (const name of ['constraint', 'table', 'column'] as const) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string') fields[name] = value
  }
  return new RefusedStatement(fields)
}

function brokenBy(cause: unknown): EngineBroken {
  return new EngineBroken(cause instanceof Error ? cause.message : String(cause), { cause })
}
