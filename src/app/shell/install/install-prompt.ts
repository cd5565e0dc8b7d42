/** The browser's offer to install, kept until the person asks for it; Chromium only (sync.md P35). */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallPromptEvent | null = null
const listeners = new Set<() => void>()

/** State outside React: the browser makes its offer once, early. */
export const installPrompt = {
  current: (): InstallPromptEvent | null => offer,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Listens for the offer, in place of the browser's own banner: ours comes when it is useful. */
export function keepInstallOffer(page: Window): void {
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    if (isInstallPrompt(event)) change(event)
  })
  page.addEventListener('appinstalled', () => change(null))
}

/** Shows the browser's question; its answer comes as *appinstalled*, or not at all. An offer serves once. */
export async function askToInstall(): Promise<void> {
  const asked = offer
  change(null)
  await asked?.prompt()
}

function change(next: InstallPromptEvent | null): void {
  offer = next
  for (const listener of listeners) listener()
}

function isInstallPrompt(event: Event): event is InstallPromptEvent {
  return 'prompt' in event && typeof event.prompt === 'function'
}
