import { beforeAll, expect, test } from 'vitest'
import { buildCommunesIndex } from '../../src/build/communes-index.ts'
import { brotli } from '../../src/build/compress-assets.ts'
import { decodeCommunes } from '../../src/domain/territory/communes-index.ts'
import { searchableCommunes, searchCommunes } from '../../src/domain/territory/search-communes.ts'

let index = ''

beforeAll(async () => {
  index = await buildCommunesIndex()
})

test('the index of France’s communes weighs at most 230 kB brotli', async () => {
  const raw = Buffer.from(index)
  const compressed = await brotli(raw)
  console.log(`communes index: ${raw.length} bytes, ${compressed.length} in brotli 11`)
  expect(compressed.length).toBeLessThanOrEqual(230_000)
})

test('the index is built with every commune, and searched', () => {
  const decoding = timed(() => decodeCommunes(index) ?? [])
  const preparing = timed(() => searchableCommunes(decoding.result))
  const searching = timed(() => searchCommunes(preparing.result, 'st girons', 8))
  console.log(
    `communes index: decoded in ${decoding.ms} ms, prepared in ${preparing.ms} ms, searched in ${searching.ms} ms`,
  )
  expect(decoding.result.length).toBeGreaterThan(34_000)
  expect(searching.result[0]?.code).toBe('09261')
})

test('the same data give the same index', async () => {
  expect(await buildCommunesIndex()).toBe(index)
})

function timed<T>(work: () => T): { result: T; ms: string } {
  const start = performance.now()
  const result = work()
  return { result, ms: (performance.now() - start).toFixed(1) }
}
