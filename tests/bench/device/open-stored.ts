/** Opens and closes each database of the page's origin, as a later visit does. */
export async function openStored(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const db = await opened(indexedDB.open(name))
    db.close()
  }
}

export function opened<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
