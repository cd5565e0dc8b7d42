import { mkdir, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import type { Epoch, ScopeId } from '../../domain/ids.ts'
import { Combinations } from './combinations.ts'
import { CountingThreads } from './counting-threads.ts'
import { copyTables, copyVersion } from './copy-tables.ts'
import { KeptSlices } from './kept-slices.ts'

/** A scope that the copy has, by the number that its rows know it by. */
export interface KnownScope {
  readonly n: number
  readonly seq: number
  readonly commune: string | null
}

/**
 * What advisors filed, kept by columns for questions over many (architecture.md, "Statistics"): it behaves as one more
 * device, may be thrown away at any time, and is the source of nothing.
 */
export interface ColumnarCopy {
  /** For what is written, one at a time. */
  readonly writer: DuckDBConnection
  /** For questions. */
  readonly reader: DuckDBConnection
  readonly epoch: Epoch
  /** Of one facet each. */
  readonly combinations: Combinations
  /** Of several facets each: apart, so that what is filtered by is found among few. */
  readonly profiles: Combinations
  readonly scopes: Map<ScopeId, KnownScope>
  /** Activities and people of each month in memory, as long as they hold. */
  readonly slices: KeptSlices
  /** What months are counted on. */
  readonly counting: CountingThreads
  /** Another connection to ask by: questions of one of them see one state of the copy. */
  connect(): Promise<DuckDBConnection>
  /** The next number of an activity. */
  nextActivity: bigint
  close(): void
}

/**
 * Opens the copy of a folder, or begins a new one: where there is none, where it was made by another version, or where
 * the server's history is another one since.
 */
export async function openCopy(folder: string | undefined, epoch: Epoch): Promise<ColumnarCopy> {
  if (folder === undefined) return begin(':memory:', epoch)
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'copy.duckdb')
  const found = await openAsItIs(file, epoch)
  if (found === 'in use') return begin(':memory:', epoch)
  if (found) return found
  for (const name of [file, `${file}.wal`]) await rm(name, { force: true })
  return begin(file, epoch)
}

async function begin(file: string, epoch: Epoch): Promise<ColumnarCopy> {
  const instance = await DuckDBInstance.create(file)
  const writer = await instance.connect()
  // It is filled at once: its log needn't be folded in every few scopes. Where that is cut short, the next start reads it.
  await writer.run("set checkpoint_threshold = '256MB'")
  for (const table of copyTables) await writer.run(table)
  await writer.run('insert into about values ($1, $2)', [copyVersion, epoch])
  return opened(instance, writer, epoch)
}

/** Undefined where it can't be gone on with. One that can't even be read is as good as none: it is made again. */
async function openAsItIs(file: string, epoch: Epoch): Promise<ColumnarCopy | 'in use' | undefined> {
  const instance = await DuckDBInstance.create(file).catch((error: unknown) => {
    // Another server on this machine has it: this one counts from a copy of its own.
    return String(error).includes('Could not set lock') ? 'in use' : undefined
  })
  if (instance === undefined || instance === 'in use') return instance
  const writer = await instance.connect()
  const tables = await rowsOf(
    writer,
    "select table_name from information_schema.tables where table_name = 'about'",
  )
  const [about] = tables.length === 0 ? [] : await rowsOf(writer, 'select version, epoch from about')
  if (about?.[0] === copyVersion && about[1] === epoch) return opened(instance, writer, epoch)
  writer.closeSync()
  instance.closeSync()
  return undefined
}

async function opened(
  instance: DuckDBInstance,
  writer: DuckDBConnection,
  epoch: Epoch,
): Promise<ColumnarCopy> {
  // The engine would take every core for each question and each writing, whatever else the machine is asked meanwhile.
  await writer.run(`set threads = ${Math.ceil(availableParallelism() / 2)}`)
  const reader = await instance.connect()
  const scopes = await rowsOf(writer, 'select id, n, seq, commune from scope')
  const [last] = await rowsOf(writer, 'select coalesce(max(n), 0) from activity')
  const counting = new CountingThreads()
  return {
    writer,
    reader,
    epoch,
    combinations: await combinationsIn(writer, 'combination'),
    profiles: await combinationsIn(writer, 'profile'),
    scopes: new Map(
      // Written by this program.
      scopes.map(([id, n, seq, commune]) => [
        String(id) as ScopeId,
        { n: Number(n), seq: Number(seq), commune: commune === null ? null : String(commune) },
      ]),
    ),
    slices: new KeptSlices(),
    counting,
    connect: () => instance.connect(),
    nextActivity: BigInt(String(last?.[0] ?? 0)) + 1n,
    close() {
      counting.close()
      reader.closeSync()
      writer.closeSync()
      instance.closeSync()
    },
  }
}

async function combinationsIn(connection: DuckDBConnection, table: 'combination' | 'profile') {
  const texts = await rowsOf(connection, `select text from ${table} order by code`)
  return new Combinations(texts.map(([text]) => String(text)))
}

/** Rows of a question, as lists of its columns. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<DuckDBValue[][]> {
  const answer = await connection.runAndReadAll(sql)
  return answer.getRows()
}
