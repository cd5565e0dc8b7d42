import { expect } from 'vitest'
import type { Device } from './device.ts'

/**
 * Until a page shows all that it shows by itself: its heading is there, it asks for nothing any more, says of nothing
 * that it waits for it, and its words stay as they are.
 */
export async function settles(device: Device): Promise<void> {
  const { page } = device
  await page.getByRole('heading', { level: 1 }).waitFor()
  let words: string | undefined
  const isSettled = async () => {
    const before = words
    words = await page.evaluate(wordsAtRest)
    return words !== undefined && words === before && device.requestsUnderWay === 0
  }
  await expect.poll(isSettled, { interval: 100 }).toBe(true)
}

/** In the page, once nothing is left to do at once: what it says; undefined as long as it waits for something. */
function wordsAtRest(): Promise<string | undefined> {
  return new Promise((resolve) => {
    requestIdleCallback(() => {
      const waits = [...document.querySelectorAll('output')].some(({ textContent }) =>
        textContent.includes('…'),
      )
      const isBusy = waits || document.querySelector('[aria-busy="true"]') !== null
      resolve(isBusy ? undefined : document.body.textContent)
    })
  })
}
