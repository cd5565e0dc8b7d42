import type { BrowserContext, Page } from 'playwright-core'

/** What a page fetched from one origin over the network, by the devtools protocol: bodies as they came, compressed. */
export interface Fetched {
  readonly path: string
  readonly type: string
  readonly bytes: number
}

/** Begins to note what a page fetches; the answer gives what was fetched so far. */
export async function noteTraffic(
  context: BrowserContext,
  page: Page,
  origin: string,
): Promise<() => Fetched[]> {
  const protocol = await context.newCDPSession(page)
  const begun = new Map<string, { path: string; type: string; headers: number }>()
  const fetched: Fetched[] = []
  protocol.on('Network.responseReceived', ({ requestId, response, type }) => {
    const url = new URL(response.url)
    if (url.origin !== origin) return
    begun.set(requestId, { path: url.pathname, type, headers: response.encodedDataLength })
  })
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = begun.get(requestId)
    if (!request) return
    const { path, type, headers } = request
    fetched.push({ path, type, bytes: Math.max(0, encodedDataLength - headers) })
  })
  await protocol.send('Network.enable')
  return () => [...fetched]
}
