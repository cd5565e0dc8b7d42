import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolvePeople, type PersonStanding } from '../../../src/domain/beneficiary/resolve-people.ts'

const page = (id: string, mergedInto?: string, state: PersonStanding['state'] = 'live'): PersonStanding => ({
  id,
  state,
  mergedInto,
})

describe('a person whom a report names', () => {
  test.each<[string, PersonStanding[], Record<string, string | undefined>]>([
    ['is who they are, without a merge', [page('a'), page('b')], { a: 'a', b: 'b' }],
    ['is the one that their page was merged into', [page('a', 'b'), page('b')], { a: 'b', b: 'b' }],
    ['is at the end of a chain', [page('a', 'b'), page('b', 'c'), page('c')], { a: 'c', b: 'c', c: 'c' }],
    [
      'is the first made, where two devices merged each into the other',
      [page('b', 'a'), page('a', 'b')],
      {
        a: 'a',
        b: 'a',
      },
    ],
    [
      'is the same from a chain that leads into a circle',
      [page('a', 'c'), page('b', 'c'), page('c', 'b')],
      {
        a: 'b',
        b: 'b',
        c: 'b',
      },
    ],
    ['stands alone, where a page was merged into itself', [page('a', 'a')], { a: 'a' }],
    ['is nobody any more once erased', [page('a', undefined, 'erased')], { a: undefined }],
    [
      'is themselves again, where who they were merged into was erased',
      [page('a', 'b'), page('b', undefined, 'erased')],
      { a: 'a', b: undefined },
    ],
    [
      'is themselves where who they were merged into was deleted',
      [page('a', 'b'), page('b', 'c', 'deleted'), page('c')],
      {
        a: 'a',
      },
    ],
    ['is themselves until the page that they were merged into has arrived', [page('a', 'b')], { a: 'a' }],
    ['is taken as named, where no page is known', [], { a: 'a' }],
  ])('%s', (_, pages, expected) => {
    const resolve = resolvePeople(pages)
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, resolve(id)]))).toEqual(expected)
  })
})

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const someone = fc.record({
  id,
  state: fc.constantFrom<PersonStanding['state']>('live', 'live', 'live', 'live', 'deleted', 'erased'),
  mergedInto: fc.option(id, { nil: undefined }),
})
const everybody = fc.uniqueArray(someone, { selector: (one) => one.id, maxLength: 6 })

test('whatever was merged into whatever, each answer is a page that is there, and is its own answer', () => {
  fc.assert(
    fc.property(everybody, (pages) => {
      const resolve = resolvePeople(pages)
      const isSound = ({ id: own, state }: PersonStanding) => {
        const resolved = resolve(own)
        if (resolved === undefined) return state === 'erased'
        const isThere = resolved === own || pages.some((one) => one.id === resolved && one.state === 'live')
        return isThere && resolve(resolved) === resolved
      }
      expect(pages.filter((one) => !isSound(one))).toEqual([])
    }),
  )
})

test('the order in which pages are read, and in which people are asked for, changes nothing', () => {
  fc.assert(
    fc.property(everybody, fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f']), (pages, asked) => {
      const [one, other] = [resolvePeople(pages), resolvePeople([...pages].reverse())]
      expect(asked.map(one)).toEqual(asked.map(other))
      expect(asked.map(other)).toEqual(asked.map((name) => resolvePeople(pages)(name)))
    }),
  )
})

test('people who are merged are one, whichever way: there are never more of them than before', () => {
  fc.assert(
    fc.property(everybody, id, id, (pages, from, into) => {
      const countIn = (all: readonly PersonStanding[]) => {
        const resolve = resolvePeople(all)
        return new Set(all.map((one) => resolve(one.id)).filter(Boolean)).size
      }
      const isThere = pages.some((one) => one.id === from && one.state === 'live' && !one.mergedInto)
      fc.pre(isThere)
      const merged = pages.map((one) => (one.id === from ? { ...one, mergedInto: into } : one))
      expect(countIn(merged)).toBeLessThanOrEqual(countIn(pages))
    }),
  )
})
