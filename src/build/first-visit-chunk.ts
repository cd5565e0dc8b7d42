/** What a bundler tells of a module: enough of it to follow what is read without being asked for later. */
interface KnownModules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Names one chunk for all of our own modules that the app begins with. Left to itself the bundler puts each part that a
 * later page shares with the beginning into a file of its own: a dozen small files, which compress worse and take
 * longer to arrive on a phone.
 *
 * @param entry the module that the page begins with
 */
export function firstVisitChunk(entry: string): (id: string, modules: KnownModules) => string | null {
  let first: ReadonlySet<string> | undefined
  return (id, modules) => {
    first ??= readAtOnce(entry, modules)
    return first.has(id) ? 'app' : null
  }
}

function readAtOnce(entry: string, modules: KnownModules): Set<string> {
  const found = new Set<string>()
  const waiting = [entry]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || id.includes('/node_modules/')) continue
    found.add(id)
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
