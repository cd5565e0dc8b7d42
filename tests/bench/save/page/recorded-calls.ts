/** A call on a store or an index of IndexedDB, as a save made it. */
export interface RecordedCall {
  store: string
  index: string | null
  method: string
  args: unknown[]
  /** How many results of the same transaction had arrived when it was made: calls of one level don't wait for each other. */
  level: number
}

/** What one transaction did, so that another program can do the same. */
export interface RecordedTransaction {
  stores: string[]
  durability: IDBTransactionDurability
  calls: RecordedCall[]
  /** Whether it was told to commit rather than left to end by itself. */
  commits: boolean
}

const methods = [
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'count',
  'openCursor',
  'openKeyCursor',
  'put',
  'add',
  'delete',
] as const

/** Runs `work` and answers every read-write transaction that it made, call by call. */
export async function recordTransactions(work: () => Promise<void>): Promise<RecordedTransaction[]> {
  const found = new Map<IDBTransaction, RecordedTransaction & { answered: number }>()
  const restorers = [
    ...methods.map((method) => patchMethod(IDBObjectStore.prototype, method, found)),
    ...methods
      .filter((method) => method in IDBIndex.prototype)
      .map((method) => patchMethod(IDBIndex.prototype, method, found)),
    patchCommit(found),
  ]
  try {
    await work()
  } finally {
    for (const restore of restorers) restore()
  }
  return [...found.values()].map(({ answered: _answered, ...transaction }) => transaction)
}

type Found = Map<IDBTransaction, RecordedTransaction & { answered: number }>

/** Wraps a method so that each call is noted before it is made; answers the way back. */
function patchMethod(prototype: object, method: string, found: Found): () => void {
  const original: unknown = Reflect.get(prototype, method)
  if (typeof original !== 'function') throw new Error(`IndexedDB has no ${method}`)
  Reflect.set(prototype, method, function (this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
    // What IndexedDB's own function answers is a request, whatever its arguments.
    const request = Reflect.apply(original, this, args) as IDBRequest
    note(this, method, args, request, found)
    return request
  })
  return () => Reflect.set(prototype, method, original)
}

function note(
  source: IDBObjectStore | IDBIndex,
  method: string,
  args: unknown[],
  request: IDBRequest,
  found: Found,
): void {
  const store = source instanceof IDBIndex ? source.objectStore : source
  const { transaction } = store
  if (transaction.mode !== 'readwrite') return
  const record = found.get(transaction) ?? {
    stores: [...transaction.objectStoreNames],
    durability: transaction.durability,
    calls: [],
    commits: false,
    answered: 0,
  }
  found.set(transaction, record)
  const index = source instanceof IDBIndex ? source.name : null
  record.calls.push({ store: store.name, index, method, args: structuredArgs(args), level: record.answered })
  request.addEventListener('success', () => (record.answered += 1))
}

function patchCommit(found: Found): () => void {
  // Kept to be called with the transaction that the patched method is called on, never by itself.
  // oxlint-disable-next-line typescript/unbound-method
  const original = IDBTransaction.prototype.commit
  IDBTransaction.prototype.commit = function () {
    const record = found.get(this)
    if (record) record.commits = true
    Reflect.apply(original, this, [])
  }
  return () => {
    IDBTransaction.prototype.commit = original
  }
}

/** Key ranges can't be cloned: they are kept as they are, everything else by value. */
function structuredArgs(args: unknown[]): unknown[] {
  return args.map((arg) => (arg instanceof IDBKeyRange ? arg : structuredClone(arg)))
}
