import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToDigest, documentHash, removeFromDigest } from '../../../src/domain/sync/digest.ts'
import { aUuid } from '../../builders/an-id.ts'

const anyDigest = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
const anyHash = fc.bigInt({ min: 0n, max: (1n << 60n) - 1n })

describe('the hash of a document', () => {
  test('is the first 60 bits of the md5 of its id, revision and state', () => {
    // md5('01930000-0000-7000-8000-0000000000aa|3|live'), by another implementation
    const text = '01930000-0000-7000-8000-0000000000aa|3|live'
    const hex = createHash('md5').update(text).digest('hex')
    expect(documentHash('01930000-0000-7000-8000-0000000000aa', 3, 'live')).toBe(
      BigInt(`0x${hex.slice(0, 15)}`),
    )
  })

  test('has the value that PostgreSQL computes', () => {
    // select ('x' || substr(md5('01930000-0000-7000-8000-0000000000aa|3|live'), 1, 15))::bit(60)::bigint
    expect(documentHash('01930000-0000-7000-8000-0000000000aa', 3, 'live')).toBe(647226839365012863n)
  })

  test('differs by id, by revision and by state', () => {
    const [one, other] = [aUuid(), aUuid()]
    const hashes = [
      documentHash(one, 1, 'live'),
      documentHash(other, 1, 'live'),
      documentHash(one, 2, 'live'),
      documentHash(one, 1, 'deleted'),
    ]
    expect(new Set(hashes).size).toBe(4)
  })
})

describe('the digest', () => {
  test('adds up modulo 2^64', () => {
    expect(addToDigest((1n << 64n) - 1n, 3n)).toBe(2n)
    expect(removeFromDigest(2n, 3n)).toBe((1n << 64n) - 1n)
  })

  test('forgets what is taken out again, in any order', () => {
    fc.assert(
      fc.property(anyDigest, anyHash, anyHash, (digest, a, b) => {
        const both = addToDigest(addToDigest(digest, a), b)
        expect(removeFromDigest(removeFromDigest(both, a), b)).toBe(digest)
      }),
    )
  })

  test('always fits the 20 digits of its column', () => {
    fc.assert(
      fc.property(anyDigest, anyHash, (digest, hash) => {
        for (const sum of [addToDigest(digest, hash), removeFromDigest(digest, hash)]) {
          expect(sum >= 0n && sum < 1n << 64n).toBe(true)
        }
      }),
    )
  })
})
