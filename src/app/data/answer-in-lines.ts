import type { Fetch } from './http-client.ts'

/**
 * A fetch of an answer that is told in lines, each of them the answer as far as it is known: whoever asks by it gets the
 * last one, which is all of it, as if it had come alone.
 *
 * @param onLine takes what each line says as soon as it is there
 */
export function inLines(fetch: Fetch, onLine: (known: unknown) => void): Fetch {
  return async (...parameters) => {
    const response = await fetch(...parameters)
    const isInLines = response.headers.get('content-type')?.startsWith('application/x-ndjson') ?? false
    if (!isInLines || !response.body) return response
    let last = ''
    for await (const line of linesOf(response.body)) {
      onLine(JSON.parse(line))
      last = line
    }
    return new Response(last, {
      status: response.status,
      headers: { 'content-type': 'application/json' },
    })
  }
}

/** Lines that are whole: what follows the last end of a line isn't one. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return undefined
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
