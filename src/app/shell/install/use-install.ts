import { useSyncExternalStore } from 'react'
import { askToInstall, installPrompt } from './install-prompt.ts'

/**
 * - installed: the app is open from its own icon;
 * - offered: the browser asks, when told to;
 * - by-hand: iOS, where the person adds the app from the share menu;
 * - unavailable: this browser doesn't install, or has already.
 */
export type InstallWay = 'installed' | 'offered' | 'by-hand' | 'unavailable'

export function useInstall(): { way: InstallWay; ask: () => void } {
  const offer = useSyncExternalStore(installPrompt.subscribe, installPrompt.current)
  return { way: wayOf(offer !== null), ask: () => void askToInstall() }
}

function wayOf(isOffered: boolean): InstallWay {
  if (isInstalled()) return 'installed'
  if (isOffered) return 'offered'
  return isIos() ? 'by-hand' : 'unavailable'
}

function isInstalled(): boolean {
  return (
    window.matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true)
  )
}

/** iPads of today say that they are Macs, with a touch screen. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}
