/** A tab's own storage, which Node has not: the last resort of drafts looks there. */
class SmallStorage {
  getItem(key: string): string | null {
    const value: unknown = Reflect.get(this, key)
    return typeof value === 'string' ? value : null
  }

  setItem(key: string, value: string): void {
    Reflect.set(this, key, value)
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key)
  }
}

Object.assign(globalThis, { sessionStorage: new SmallStorage() })

/** What Dexie says in the console whenever a fault of the storage strikes, which is all the time here. */
const expected = /^(Dexie: Need to reopen db|Upgrade '.*' blocked by other connection)/

for (const level of ['debug', 'warn'] as const) {
  const say = console[level].bind(console)
  console[level] = (...words: unknown[]) => {
    if (!expected.test(String(words[0]))) say(...words)
  }
}
