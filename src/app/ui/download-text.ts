import { downloadFile } from './download-file.ts'

/** Gives the person a text as a file. */
export function downloadText(name: string, type: string, text: string): void {
  downloadFile(name, new Blob([text], { type }))
}
