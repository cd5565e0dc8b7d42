import type { OwnVouched } from '../../domain/access/structure-months.ts'
import type { PersonId } from '../../domain/ids.ts'
import { sealContentSchema } from '../../domain/seal/seal-content.ts'
import { sealsOnAdvisor } from '../store/seals.ts'
import type { Db } from '../store/tables.ts'

/** Months that are told to an advisor, at most. */
const ownMost = 24

/** What structures vouched for of an advisor: their own line, and nothing of anybody else's. */
export async function readOwnVouched(db: Db, advisor: PersonId): Promise<OwnVouched> {
  const seals = await sealsOnAdvisor(db, { advisor, limit: ownMost })
  return {
    months: seals.flatMap(({ structureName, content: text }) => {
      const { month, sealedAt, by, lines, reservations } = sealContentSchema.parse(JSON.parse(text))
      const line = lines.find((one) => one.advisor === advisor)
      if (!line) return []
      const own = reservations.filter((one) => one.advisor === null || one.advisor === advisor)
      return [
        {
          structureName,
          month,
          sealedAt,
          byName: by.name,
          line,
          reservations: own.map(({ text: words }) => words),
        },
      ]
    }),
  }
}
