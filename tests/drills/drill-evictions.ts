import { parseArgs } from 'node:util'
import { ServerProcess } from '../browser/server-process.ts'
import { evictStorage } from './browser/evict-storage.ts'
import { unlimitedRates } from './unlimited-rates.ts'

/* npm run drill:evictions -- --evictions 100 [--seed 7]: a browser that throws the site's data away, at random moments. */

const { values } = parseArgs({
  options: { evictions: { type: 'string', default: '100' }, seed: { type: 'string' } },
})
const evictions = Number(values.evictions)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

console.log(`npm run drill:evictions -- --evictions ${evictions} --seed ${seed}`)
const server = await ServerProcess.start(unlimitedRates)
try {
  const advisors = ['Awa', 'Bruno', 'Hugo']
  const found = await evictStorage({
    server,
    evictions,
    seed,
    advisors,
    onEviction: (number, plan, tookMs) =>
      console.log(`  ${number} of ${evictions}: ${plan.what}, ${Math.round(tookMs / 1000)} s`),
  })
  const { shown, guaranteed, atRisk, lostAtRisk, lost, unsaid, twice, silent, unknowable, late } = found
  console.log(
    `Site data thrown away ${evictions} times; ${shown} reports shown as saved, ${guaranteed} with ten seconds of network after, ${atRisk} unsent and said to be so, of which ${lostAtRisk} lost`,
  )
  console.log(
    `  ${lost.length} lost in spite of ten seconds of network, ${unsaid.length} lost unsaid, ${twice.length} twice, ${silent.length} losses that the app met in silence, ${unknowable.length} of everything that it couldn’t know of, ${late.length} devices without their reports a minute after`,
  )
  for (const fault of [...lost, ...unsaid, ...twice, ...silent, ...late]) console.error(`  ${fault}`)
  if (lost.length + unsaid.length + twice.length + silent.length + late.length > 0) process.exitCode = 1
} finally {
  await server.remove()
}
