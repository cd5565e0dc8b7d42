const prefix = 'espace-coop:'

/** Choices about the look of the app, where the browser refuses to keep them: they last as long as the page. */
const forThisPage = new Map<string, string>()

/** A choice about the look of the app, kept on this device. */
export function readKept(name: string): string | undefined {
  try {
    return forThisPage.get(name) ?? localStorage.getItem(prefix + name) ?? undefined
  } catch {
    return undefined
  }
}

export function writeKept(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    forThisPage.set(name, value)
  }
}
