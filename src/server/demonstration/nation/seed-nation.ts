import { frenchDayOf } from '../../../domain/calendar-day.ts'
import { randomIds, systemClock } from '../../clock-and-ids.ts'
import { readConfiguration, type Configuration } from '../../configuration.ts'
import { onStore, refuse, whyNoStore } from '../../operations/on-store.ts'
import { inTransaction } from '../../store/transaction.ts'
import { communeNames } from '../../territory/commune-names.ts'
import { cast } from '../cast.ts'
import { loadDemonstration } from '../load-demonstration.ts'
import { inventedStructure } from './invented-structure.ts'
import { seedStructure } from './seed-structure.ts'

/*
 * `npm run seed:nation -- --structures 3000 --weeks 8`: the demonstration, and around it an invented nation of some 4,000
 * posts, into the PostgreSQL of DATABASE_URL. Run again, it goes on where it was.
 */

/** Structures that are written at the same time: PostgreSQL writes some while others are invented. */
const atOnce = 4

const result = readConfiguration(process.env)
if (!result.ok) refuse(result.errors)
else if (result.configuration.production) refuse(['Nobody is invented in production.'])
else if (result.configuration.databaseUrl === undefined)
  refuse(['DATABASE_URL names no PostgreSQL: a nation is too much for the embedded store.'])
else await seed(result.configuration, { structures: option('structures', 3000), weeks: option('weeks', 8) })

function option(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`)
  const said = index === -1 ? otherwise : Number(process.argv[index + 1])
  return Number.isInteger(said) && said >= 0 ? said : otherwise
}

async function seed(
  configuration: Configuration,
  { structures, weeks }: { structures: number; weeks: number },
): Promise<void> {
  const now = systemClock()
  const today = frenchDayOf(now)
  const communes = [...(await communeNames())].sort(([, a], [, b]) => b.population - a.population)
  const seeded = { structures: 0, posts: 0, reports: 0 }
  try {
    await onStore(configuration, async (store) => {
      await loadDemonstration(store, { today, now })
      let next = 0
      const seedOnes = async () => {
        while (next < structures) {
          const number = next
          next += 1
          const [commune, { name: communeName }] = communes[number % communes.length] ?? missing()
          const invented = inventedStructure(number, { commune, communeName, today })
          const one = await inTransaction(store, (tx) =>
            seedStructure({ tx, ids: randomIds, now, today, weeks, by: cast.farid.id }, invented),
          )
          seeded.posts += one.posts
          seeded.reports += one.reports
          seeded.structures += 1
          if (seeded.structures % 100 === 0) console.log(`${seeded.structures} structures…`)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, seedOnes))
    })
    console.log(`${structures} structures, ${seeded.posts} posts and ${seeded.reports} reports were added.`)
  } catch (error) {
    refuse([whyNoStore(error)])
  }
}

function missing(): never {
  throw new Error('There are communes')
}
