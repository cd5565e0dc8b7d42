import { afterAll, beforeAll, expect, test } from 'vitest'
import { ServerProcess } from '../browser/server-process.ts'
import { killBrowser } from '../drills/browser/kill-browser.ts'
import { unlimitedRates } from '../drills/unlimited-rates.ts'

/* `npm run drill:browser` does the same twenty times, at moments of a seed of its own. */

let server: ServerProcess

beforeAll(async () => {
  server = await ServerProcess.start(unlimitedRates)
})

afterAll(() => server?.remove())

test('I1 I2 I3 I26 Chromium killed amid a save and a sending: what was shown as saved is there, once', async () => {
  const { shown, lost, twice, forgotten, opsTwice } = await killBrowser({ server, kills: 2, seed: 2 })
  expect({ lost, twice, forgotten, opsTwice }).toEqual({ lost: [], twice: [], forgotten: [], opsTwice: 0 })
  expect(shown).toBeGreaterThan(0)
})
