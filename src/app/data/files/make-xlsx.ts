import { ownWorker } from './own-worker.ts'
import type { SheetToWrite } from './write-xlsx.ts'

/** A spreadsheet of some sheets, made in a worker where there are any. */
export async function makeXlsx(sheets: readonly SheetToWrite[]): Promise<Blob> {
  if (typeof Worker === 'undefined') return (await import('./write-xlsx.ts')).xlsxFile(sheets)
  const { default: address } = await import('./write-worker.ts?worker&url')
  const worker = ownWorker(address)
  const made = new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.addEventListener('message', ({ data }: MessageEvent<Blob>) => resolve(data))
  })
  worker.postMessage(sheets, { transfer: [] })
  return made.finally(() => worker.terminate())
}
