import { parseArgs } from 'node:util'
import { ServerProcess } from '../browser/server-process.ts'
import { killBrowser } from './browser/kill-browser.ts'
import { unlimitedRates } from './unlimited-rates.ts'

/* npm run drill:browser -- --kills 20 [--seed 7]: SIGKILL of Chromium while reports are typed, saved and sent. */

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, seed: { type: 'string' } },
})
const kills = Number(values.kills)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

console.log(`npm run drill:browser -- --kills ${kills} --seed ${seed}`)
const server = await ServerProcess.start(unlimitedRates)
try {
  const { moments, shown, amidSaves, amidRequests, lost, twice, forgotten, opsTwice } = await killBrowser({
    server,
    kills,
    seed,
  })
  for (const { after, nth, delayMs } of moments) console.log(`  ${delayMs} ms after ${after} ${nth}`)
  console.log(
    `Chromium killed ${kills} times, ${amidSaves} of them while a save was under way and ${amidRequests} while the server was answering; ${shown} reports shown as saved`,
  )
  console.log(
    `  ${lost.length} lost, ${twice.length} twice, ${opsTwice} ops applied twice, ${forgotten.length} drafts older than 300 ms forgotten`,
  )
  for (const note of [...lost, ...twice, ...forgotten]) console.error(`  ${note}`)
  if (lost.length + twice.length + forgotten.length + opsTwice > 0) process.exitCode = 1
} finally {
  await server.remove()
}
