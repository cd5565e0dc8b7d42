import type { Page } from 'playwright-core'

/**
 * Watches for a form that can be saved, from the page's first script on. To be called before the navigation; the
 * answer of `usableAfter` is then in ms since it began.
 */
export async function watchForSaveButton(page: Page): Promise<void> {
  await page.addInitScript(watch)
}

/** Milliseconds from the beginning of the navigation until the save button was painted and could be pressed. */
export function usableAfter(page: Page): Promise<number> {
  return page.evaluate<number>('window.saveButtonUsableAt')
}

/** Runs in the page. A frame after the button is there it is on the screen, and the page's thread is free to hear it. */
function watch(): void {
  const isUsable = (button: HTMLButtonElement) =>
    button.textContent.trim() === 'Enregistrer' && !button.disabled && button.offsetParent !== null
  const usableAt = new Promise<number>((resolve) => {
    const look = () => {
      if (![...document.querySelectorAll('button')].some(isUsable)) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    look()
  })
  Object.assign(window, { saveButtonUsableAt: usableAt })
}
