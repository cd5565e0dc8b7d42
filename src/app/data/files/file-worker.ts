import { readFile } from './read-file.ts'
import type { ReadFile, TableRow } from './table.ts'

/** What the worker says of a file: its rows a few at a time, so that the page never takes long to hear them. */
export type FileMessage = { readonly rows: readonly TableRow[] } | { readonly end: ReadFile }

const rowsOfMessage = 500

/** Reads one file away from the page. */
async function read({ data }: MessageEvent<ArrayBuffer>): Promise<void> {
  const end = await readFile(new Uint8Array(data))
  if (!('table' in end)) return say({ end })
  const { rows } = end.table
  for (let at = 0; at < rows.length; at += rowsOfMessage) say({ rows: rows.slice(at, at + rowsOfMessage) })
  say({ end: { ...end, table: { ...end.table, rows: [] } } })
}

function say(message: FileMessage): void {
  globalThis.postMessage(message, { transfer: [] })
}

globalThis.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
  read(event).catch(reportError)
})
