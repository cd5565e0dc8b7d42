import { systemClock } from '../clock-and-ids.ts'
import { readConfiguration, type Configuration } from '../configuration.ts'
import { onStore, refuse, whyNoStore } from '../operations/on-store.ts'
import { recordedEditions, withdrawEdition, type RecordedEdition } from '../store/open-data-editions.ts'
import type { Store } from '../store/store.ts'
import { asWriter } from '../store/transaction.ts'

/*
 * `npm run open-data`: the editions that there are. `npm run open-data -- withdraw 3 "Une erreur de comptage"`: takes
 * one out, for ever, and says why.
 */

const [command, number, because] = process.argv.slice(2)
const result = readConfiguration(process.env)
if (!result.ok) refuse(result.errors)
else if (command === undefined) await run(result.configuration, list)
else if (command === 'withdraw' && Number.isInteger(Number(number)) && because?.trim())
  await run(result.configuration, (store) => withdraw(store, Number(number), because.trim()))
else refuse(['Indiquez l’édition et la raison : npm run open-data -- withdraw 3 "Une erreur de comptage"'])

async function list(store: Store): Promise<void> {
  const editions = await recordedEditions(store.db)
  if (editions.length === 0) console.log('Aucune édition n’a été faite.')
  for (const edition of editions) console.log(lineOf(edition))
}

function lineOf({ number, year, countedAt, withdrawnAt, withdrawnBecause }: RecordedEdition): string {
  const made = `Édition ${number} : année ${year}, comptée le ${countedAt.slice(0, 10)}`
  return withdrawnAt === null ? made : `${made}, retirée le ${withdrawnAt.slice(0, 10)} (${withdrawnBecause})`
}

async function withdraw(store: Store, edition: number, reason: string): Promise<void> {
  const taken = { number: edition, because: reason, at: systemClock().toISOString() }
  const isTaken = await asWriter(store, (db) => withdrawEdition(db, taken))
  if (isTaken)
    console.log(`L’édition ${edition} n’est plus publiée. Son année ne sera pas comptée de nouveau.`)
  else refuse([`L’édition ${edition} n’est pas publiée.`])
}

async function run(configuration: Configuration, work: (store: Store) => Promise<void>): Promise<void> {
  await onStore(configuration, work).catch((error: unknown) => refuse([whyNoStore(error)]))
}
