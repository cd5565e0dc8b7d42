import { createGunzip } from 'node:zlib'
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CodedError } from '../../domain/errors.ts'
import { maxRequestBytes } from '../../domain/sync/limits.ts'
import type { App } from './app.ts'

/** How deep arrays and objects may lie in one another. A report has four levels; recursion must never be driven by a peer. */
const maxDepth = 40

/**
 * The only bodies that the API reads: JSON in UTF-8, plain or gzip, at most 4 MB once inflated. Inflating stops at the
 * limit, so that a small file can't fill the memory.
 */
export function acceptJsonBodies(app: App): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    if (Number(request.headers['content-length']) > maxRequestBytes) throw tooLarge()
    return parseJson(await readWithin(maxRequestBytes, inflated(request, payload)))
  })
  app.addHook('onError', drainRefusedBody)
}

/**
 * Value of a JSON body, refused where it isn't UTF-8, isn't JSON, lies too deep or would poison a prototype; undefined
 * where nothing was sent, which is for each route's schema to judge.
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  const value = readJson(bytes)
  if (isSafe(value)) return value
  throw new CodedError('invalid-json')
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new CodedError('invalid-json', {}, error)
  }
}

/** Walks without recursion: the depth of what is walked is the peer's to choose. */
function isSafe(root: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= maxDepth || Object.hasOwn(value, '__proto__')) return false
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 })
  }
  return true
}

function inflated(request: FastifyRequest, payload: Readable): Readable {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity') return payload
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new CodedError('unsupported-encoding')
  const gunzip = createGunzip()
  payload.on('error', (error) => gunzip.destroy(error))
  return payload.pipe(gunzip)
}

/** Leaves the stream as it is at the limit: destroying it would cut the connection before the answer. */
async function readWithin(limit: number, stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    // A stream of bytes: neither the request nor gunzip is ever given an encoding.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > limit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof CodedError ? error : new CodedError('invalid-json', {}, error)
  }
  return Buffer.concat(chunks, length)
}

function tooLarge(): CodedError {
  return new CodedError('too-large', { maxBytes: maxRequestBytes })
}

/** A body that was refused before its end is read and thrown away, so that the sender gets to read the answer. */
async function drainRefusedBody(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.raw.complete) return
  reply.header('connection', 'close')
  request.raw.unpipe()
  request.raw.resume()
}
