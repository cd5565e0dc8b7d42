import { isDeepStrictEqual } from 'node:util'
import { structureCommitmentsSchema } from '../../../src/domain/access/structure-commitments.ts'
import { frenchDayOf } from '../../../src/domain/calendar-day.ts'
import { readCommitmentsOf, type Commitments } from '../../../src/server/commitments/read-commitments.ts'
import type { Figure } from '../figures.ts'
import { bodyOf, headersOf, responsables, timed, type Asker, type Nation } from './nation.ts'

const compared = 200
/** Read together, and how many such readings at once: one waits for the database while another judges. */
const [together, atOnce] = [100, 4]

/** The state of all commitments of all structures, recomputed; and whether pages show the same. */
export async function commitmentFigures(nation: Nation): Promise<Figure[]> {
  const { store, origin, now } = nation
  const all = await responsables(nation)
  const today = frenchDayOf(now)
  const found = new Map<string, Commitments>()
  const waiting = all.map(({ structure }) => structure)
  const work = async () => {
    while (waiting.length > 0) {
      const structures = waiting.splice(-together)
      for (const [id, read] of await readCommitmentsOf(store, { structures }, today)) found.set(id, read)
    }
  }
  const [, took] = await timed(() => Promise.all(Array.from({ length: atOnce }, work)))
  const isShown = async ({ person, structure }: Asker) => {
    const url = `${origin}/api/structures/${structure}/commitments`
    const { countedAt: _, ...shown } = structureCommitmentsSchema.parse(
      JSON.parse(await bodyOf(url, await headersOf(nation, person))),
    )
    return isDeepStrictEqual(shown, found.get(structure))
  }
  let same = 0
  for (const one of all.slice(0, compared)) if (await isShown(one)) same += 1
  return [
    {
      what: `all seven of ${all.length} structures, recomputed`,
      target: 'under 60 s',
      measured: `${(took / 1000).toFixed(1)} s`,
      reference: '–',
      ratio: '–',
      met: took < 60_000,
    },
    {
      what: 'structures whose page shows the same',
      target: `${compared} of ${compared}`,
      measured: `${same}`,
      reference: '–',
      ratio: '–',
      met: same === compared,
    },
  ]
}
