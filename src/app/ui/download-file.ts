/** How long the file stays within reach: some browsers fetch it only after they have asked where to put it. */
const reachableMs = 60_000

/** Gives the person a file. */
export function downloadFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), reachableMs)
}
