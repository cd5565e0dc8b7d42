import type { RecordedCall, RecordedTransaction } from './recorded-calls.ts'

/**
 * Does what a recorded save did, by IndexedDB alone: the same stores, the same reads and writes in the same order, for
 * a document of its own. Reads wait for each other where the recorded ones did; writes wait for no other write, since
 * nobody who writes by hand would make them. Resolves when it is complete.
 */
export function replay(
  db: IDBDatabase,
  recorded: RecordedTransaction,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const calls = inFewestSteps(recorded.calls).map((call) => ({
    ...call,
    args: renameAll(call.args, renamed),
  }))
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(recorded.stores, 'readwrite', { durability: recorded.durability })
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error))
    runFrom(transaction, calls, 0, recorded.commits)
  })
}

/** The recorded calls, each write at the level of the write before it. */
function inFewestSteps(calls: readonly RecordedCall[]): RecordedCall[] {
  const steps: RecordedCall[] = []
  for (const call of calls) {
    const before = steps.at(-1)
    const together = before && isWrite(before) && isWrite(call)
    steps.push(together ? { ...call, level: before.level } : call)
  }
  return steps
}

function isWrite({ method }: RecordedCall): boolean {
  return method === 'put' || method === 'add' || method === 'delete'
}

function runFrom(transaction: IDBTransaction, calls: RecordedCall[], start: number, commits: boolean): void {
  const level = calls[start]?.level
  const end = calls.findIndex((call, index) => index >= start && call.level !== level)
  const batch = calls.slice(start, end === -1 ? undefined : end)
  let waiting = batch.length
  for (const call of batch) {
    const request = make(transaction, call)
    if (end === -1) continue
    request.addEventListener('success', () => {
      waiting -= 1
      if (waiting === 0) runFrom(transaction, calls, end, commits)
    })
  }
  if (end === -1 && commits) transaction.commit()
}

function make(transaction: IDBTransaction, { store, index, method, args }: RecordedCall): IDBRequest {
  const source = transaction.objectStore(store)
  const target = index === null ? source : source.index(index)
  const call: unknown = Reflect.get(target, method)
  if (typeof call !== 'function') throw new Error(`IndexedDB has no ${method}`)
  // The names come from calls that IndexedDB itself answered with requests.
  return Reflect.apply(call, target, args) as IDBRequest
}

/** The same values about another document: ids are replaced wherever they stand. */
function renameAll(args: unknown[], renamed: ReadonlyMap<string, string>): unknown[] {
  return args.map((arg) => rename(arg, renamed))
}

function rename(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return renamed.get(value) ?? value
  if (Array.isArray(value)) return renameAll(value, renamed)
  if (value instanceof IDBKeyRange) return renameRange(value, renamed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner, renamed)]))
}

function renameRange(range: IDBKeyRange, renamed: ReadonlyMap<string, string>): IDBKeyRange {
  const [lower, upper] = [rename(range.lower, renamed), rename(range.upper, renamed)]
  if (lower === undefined) return IDBKeyRange.upperBound(upper, range.upperOpen)
  if (upper === undefined) return IDBKeyRange.lowerBound(lower, range.lowerOpen)
  return IDBKeyRange.bound(lower, upper, range.lowerOpen, range.upperOpen)
}
