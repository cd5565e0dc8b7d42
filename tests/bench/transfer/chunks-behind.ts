/** Paths of the scripts that one can't run without, itself among them: what it imports, and what they import. */
export async function chunksBehind(origin: string, path: string): Promise<Set<string>> {
  const found = new Set<string>()
  const waiting = [path]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    const text = await (await fetch(`${origin}${next}`)).text()
    const imported = text.matchAll(/\b(?:from|import) ?"\.\/([\w.-]+\.js)"/g)
    waiting.push(...Array.from(imported, ([, name]) => `/assets/${name}`))
  }
  return found
}
