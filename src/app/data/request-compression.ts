const rememberedKey = 'espace-coop:plain-requests'
let isPlain = false

/** Whether something on the way refused a compressed request: remembered in this browser where it can be. */
export const plainRequests = {
  remember: (): void => {
    isPlain = true
    storage()?.setItem(rememberedKey, '1')
  },
  areNeeded: (): boolean => isPlain || storage()?.getItem(rememberedKey) === '1',
  forget: (): void => {
    isPlain = false
    storage()?.removeItem(rememberedKey)
  },
}

interface SmallStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** A service worker has none, and this file is compiled for both. */
function storage(): SmallStore | undefined {
  return (globalThis as { localStorage?: SmallStore }).localStorage
}

/** From here on compressing a request is worth its while (P25). In characters: an estimate is enough. */
const worthwhile = 16 * 1024

export function isWorthCompressing(text: string): boolean {
  return text.length > worthwhile && typeof CompressionStream !== 'undefined' && !plainRequests.areNeeded()
}

/** The text in UTF-8, compressed; in one piece, since a stream can't be sent again. */
export async function gzipped(text: string): Promise<ArrayBuffer> {
  const { body } = new Response(text)
  if (!body) throw new Error('a text has a body')
  return new Response(body.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
}
