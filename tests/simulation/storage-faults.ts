import type { DBCore, DBCoreTable, Middleware } from 'dexie'

export const storageFaultKinds = [
  'AbortError',
  'QuotaExceededError',
  'InvalidStateError',
  'UnknownError',
] as const
export type StorageFaultKind = (typeof storageFaultKinds)[number]

/** A fault of the device's storage that waits for its moment. */
export interface StorageFault {
  readonly kind: StorageFaultKind
  /** How many calls go well before it. */
  after: number
}

/** Faults of IndexedDB, given to the app through its library's own door. */
export class StorageFaults {
  #waiting: StorageFault | undefined
  /** How many struck, and which was the last. */
  struck = 0
  last: StorageFaultKind | undefined

  arm(fault: StorageFault | undefined): void {
    this.#waiting = fault
  }

  get middleware(): Middleware<DBCore> {
    return {
      stack: 'dbcore',
      name: 'storage-faults',
      level: 1,
      create: (core) => ({
        ...core,
        transaction: (stores, mode, options) => {
          if (this.#strikes('InvalidStateError')) throw new DOMException('closing', 'InvalidStateError')
          return core.transaction(stores, mode, options)
        },
        table: (name) => this.#faulty(core.table(name)),
      }),
    }
  }

  #faulty(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      // No async function: the library counts its own awaits only.
      mutate: (request) => {
        if (this.#strikes('QuotaExceededError')) return refuse(request.trans, 'QuotaExceededError')
        if (this.#strikes('UnknownError')) return refuse(request.trans, 'UnknownError')
        return table.mutate(request).then((answer) => {
          if (this.#strikes('AbortError')) request.trans.abort()
          return answer
        })
      },
    }
  }

  #strikes(kind: StorageFaultKind): boolean {
    const fault = this.#waiting
    if (fault?.kind !== kind) return false
    fault.after -= 1
    if (fault.after >= 0) return false
    this.#waiting = undefined
    this.struck += 1
    this.last = kind
    return true
  }
}

function refuse(transaction: { abort(): void }, name: string): Promise<never> {
  transaction.abort()
  return Promise.reject(new DOMException(`the storage says ${name}`, name))
}
