import { xlsxFile, type SheetToWrite } from './write-xlsx.ts'

/** Writes one spreadsheet away from the page, which stays alive however many rows there are. */
globalThis.addEventListener('message', ({ data }: MessageEvent<readonly SheetToWrite[]>) => {
  xlsxFile(data).then((file) => globalThis.postMessage(file, { transfer: [] }), reportError)
})
