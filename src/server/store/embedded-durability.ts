import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

import { PGlite } from '@electric-sql/pglite'

import { StoreError } from './store-error.ts'

/*
 * PGlite never writes through to the disk: it starts PostgreSQL with -F, and its file system has no fsync at all
 * (sync.md P41 and "Making PGlite durable"). This reaches into its internals, so the version is pinned and every
 * start proves that a commit is written through.
 */

/** PostgreSQL told to sync; `fdatasync` and `open_datasync` are empty stubs in this build, `fsync` can be filled in. */
export const durableStartParams: string[] = PGlite.defaultStartParams
  .filter((param) => param !== '-F')
  .concat('-c', 'wal_sync_method=fsync')

/** How files reach the disk; replaced in tests by disks that fail. */
export interface Disk {
  syncFile(fd: number): void
  syncFolder(path: string): void
}

export const realDisk: Disk = {
  syncFile: fdatasyncSync,
  syncFolder(path) {
    const fd = openSync(path, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  },
}

/** What has been written through since the engine started. */
export interface SyncRecord {
  synced: number
  /** The first failure; after one, nothing that the engine says can be believed any more. */
  failure: unknown
}

/** The part of Emscripten's NODEFS that is used here; PGlite gives it but doesn't type it. */
interface NodeFileSystem {
  realPath(node: unknown): string
  stream_ops: { fsync?: (stream: { nfd?: number; node: unknown }) => number }
}

/** WASI's number for an input/output error. */
const EIO = 29

/** Gives the engine's file system the fsync that it lacks. The record counts its calls. */
export function giveFsync(engine: PGlite, disk: Disk = realDisk): SyncRecord {
  const files = nodeFileSystemOf(engine)
  const record: SyncRecord = { synced: 0, failure: undefined }
  const syncStream = syncerOf(disk)
  files.stream_ops.fsync = (stream) => {
    try {
      syncStream(stream.nfd, files.realPath(stream.node))
      record.synced += 1
      return 0
    } catch (error) {
      record.failure ??= error
      return EIO
    }
  }
  return record
}

/** Folders have no descriptor here. A new file is on the disk only once its folder is, which PostgreSQL never asks. */
function syncerOf(disk: Disk): (fd: number | undefined, path: string) => void {
  const known = new Set<string>()
  return (fd, path) => {
    if (fd === undefined) return disk.syncFolder(path)
    disk.syncFile(fd)
    if (known.has(path)) return
    disk.syncFolder(dirname(path))
    known.add(path)
  }
}

function nodeFileSystemOf(engine: PGlite): NodeFileSystem {
  // PGlite types NODEFS as an opaque Emscripten file system; its members are checked on the next line.
  const files = engine.Module.NODEFS as unknown as Partial<NodeFileSystem>
  if (typeof files.realPath !== 'function' || typeof files.stream_ops !== 'object') {
    throw notDurable('this version of PGlite keeps its files in another way')
  }
  return { realPath: files.realPath, stream_ops: files.stream_ops }
}

/** Commits something and requires that it was written through; throws StoreError `not-durable`. */
export async function proveDurable(engine: PGlite, record: SyncRecord): Promise<void> {
  const before = record.synced
  await engine.query(`select pg_logical_emit_message(true, 'store', 'is a commit written through?')`)
  if (record.failure !== undefined) throw notDurable('the disk refused to write it through', record.failure)
  if (record.synced === before) throw notDurable('fsync was not called once')
}

function notDurable(why: string, cause?: unknown): StoreError {
  return new StoreError(
    'not-durable',
    `The embedded store would lose reports when the power fails: after a commit, ${why}. The server doesn't start; install the versions of package-lock.json, or name a PostgreSQL in DATABASE_URL.`,
    cause,
  )
}
