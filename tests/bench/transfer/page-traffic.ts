import type { BrowserContext, Page } from 'playwright-core'

/** What a page fetched from one origin over the network, by the devtools protocol: compressed, headers included. */
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
  const requests = new Map<string, { path: string; type: string }>()
  const fetched: Fetched[] = []
  protocol.on('Network.responseReceived', ({ requestId, response, type }) => {
    const url = new URL(response.url)
    if (url.origin === origin) requests.set(requestId, { path: url.pathname, type })
  })
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId)
    if (request) fetched.push({ ...request, bytes: encodedDataLength })
  })
  await protocol.send('Network.enable')
  return () => [...fetched]
}
