import type { FileMessage } from './file-worker.ts'
import { ownWorker } from './own-worker.ts'
import { maxFileBytes, type ReadFile, type TableRow } from './table.ts'

/**
 * Reads a file that the person chose, in a worker where there are any: the page stays alive however large it is. Rejects
 * with the signal's reason when the person leaves it.
 */
export async function openFile(file: Blob, signal: AbortSignal): Promise<ReadFile> {
  if (file.size > maxFileBytes) return { ok: false, reason: 'too-large' }
  const bytes = await file.arrayBuffer()
  signal.throwIfAborted()
  if (typeof Worker === 'undefined') {
    const { readFile } = await import('./read-file.ts')
    return readFile(new Uint8Array(bytes))
  }
  return readInWorker(bytes, signal)
}

async function readInWorker(bytes: ArrayBuffer, signal: AbortSignal): Promise<ReadFile> {
  const { default: address } = await import('./file-worker.ts?worker&url')
  const worker = ownWorker(address)
  const rows: TableRow[] = []
  const answer = new Promise<ReadFile>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.addEventListener('message', ({ data }: MessageEvent<FileMessage>) => {
      if ('rows' in data) rows.push(...data.rows)
      else resolve('table' in data.end ? { ...data.end, table: { ...data.end.table, rows } } : data.end)
    })
    worker.postMessage(bytes, [bytes])
  })
  return answer.finally(() => worker.terminate())
}
