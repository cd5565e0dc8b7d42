import { Agent, request } from 'node:http'

/** One request of the load, to be sent as a POST. */
export interface Ask {
  readonly path: string
  readonly body: string
  readonly cookie?: string
}

/** Sends requests over some connections that stay open, each as soon as the one before it is answered. */
export async function load(
  origin: string,
  clients: number,
  seconds: number,
  next: (client: number) => Ask,
  onAnswer: (text: string) => void = () => undefined,
): Promise<{ perSecond: number; requests: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const started = performance.now()
  const end = started + seconds * 1000
  let requests = 0
  const run = async (client: number): Promise<void> => {
    while (performance.now() < end) {
      onAnswer(await send(agent, origin, next(client)))
      requests += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)))
  agent.destroy()
  return { requests, perSecond: requests / ((performance.now() - started) / 1000) }
}

/** Throws for any answer but 200: a refusal is quicker than the work, and would flatter the figure. */
export function send(agent: Agent, origin: string, { path, body, cookie }: Ask): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-espace-coop': '1',
    ...(cookie !== undefined && { cookie }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${path} was answered ${response.statusCode}: ${text}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
