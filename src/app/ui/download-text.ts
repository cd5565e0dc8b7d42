/** How long the text stays within reach: some browsers fetch it only after they have asked where to put it. */
const reachableMs = 60_000

/** Gives the person a text as a file. */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), reachableMs)
}
