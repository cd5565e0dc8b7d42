import type { OwnContract, OwnContracts } from '../../domain/access/own-contracts.ts'
import { postLife } from '../../domain/commitments/post-life.ts'
import type { PersonId } from '../../domain/ids.ts'
import { ownContracts } from '../store/own-contracts.ts'
import { ownPostFacts } from '../store/post-facts.ts'
import type { Store } from '../store/store.ts'
import { snapshotRead } from '../store/transaction.ts'

/** One's own contracts: the days by which one files, and what is said of them where a post says it. */
export async function readOwnContracts(store: Store, person: PersonId): Promise<OwnContracts> {
  return snapshotRead(store, async (db) => {
    const said = new Map(
      (await ownPostFacts(db, person)).flatMap(({ reference, facts }) => {
        const { fillings, departures } = postLife(facts)
        return fillings.map(({ contract, scope, until }) => {
          const isDeparture = departures.some((one) => one.scope === scope && one.day === until)
          return [contract.contract, { reference, contract, isDeparture }] as const
        })
      }),
    )
    const contracts = (await ownContracts(db, person)).map(({ id, ...known }): OwnContract => {
      const { reference, contract, isDeparture } = said.get(id) ?? {}
      return {
        ...known,
        post: reference ?? null,
        terms: contract?.terms ?? 'inconnu',
        weeklyMinutes: contract?.weeklyMinutes ?? null,
        isDeparture: isDeparture ?? false,
      }
    })
    return { contracts }
  })
}
