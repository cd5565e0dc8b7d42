import { describe, expect, test } from 'vitest'
import type { ScopeId } from '../../../src/domain/ids.ts'
import { scopeTurns, type Turn } from '../../../src/server/sync/scope-turns.ts'
import { aScopeId } from '../../builders/an-id.ts'

/** Work that is done when the test says so, and answers each ask with itself and how many were done with it. */
function aDesk(most = 10) {
  const turns = scopeTurns<string, string>(most)
  const works: { asks: readonly string[]; end(): void }[] = []
  const take = (scope: ScopeId, ask: string, fields: Partial<Turn<string>> = {}) =>
    turns.take({ scope, ask, together: 'awa', size: 1, ...fields }, async (asks) => {
      await new Promise<void>((resolve) => works.push({ asks, end: resolve }))
      return asks.map((one): PromiseSettledResult<string> => {
        if (one === 'wrong') return { status: 'rejected', reason: new Error('wrong') }
        return { status: 'fulfilled', value: `${one} of ${asks.length}` }
      })
    })
  /** Until what can begin has begun. */
  const begun = () => new Promise(setImmediate)
  /** Ends the work that is under way. */
  const next = async () => {
    works.at(-1)?.end()
    await begun()
  }
  return { take, begun, next, works: () => works.map(({ asks }) => asks) }
}

describe('pushes of one scope', () => {
  test('that come while one is decided are decided together in the next turn, and each has its own answer', async () => {
    const desk = aDesk()
    const scope = aScopeId()
    const first = desk.take(scope, 'a')
    await desk.begun()
    const answers = [first, desk.take(scope, 'b'), desk.take(scope, 'c')]
    await desk.next()
    await desk.next()
    expect(await Promise.all(answers)).toEqual(['a of 1', 'b of 2', 'c of 2'])
    const late = desk.take(scope, 'd')
    await desk.begun()
    await desk.next()
    expect(await late).toBe('d of 1')
  })

  test('of another person, or that must be alone, wait for a turn of their own', async () => {
    const desk = aDesk()
    const scope = aScopeId()
    const first = desk.take(scope, 'a')
    await desk.begun()
    const answers = [
      first,
      desk.take(scope, 'b'),
      desk.take(scope, 'bruno', { together: 'bruno' }),
      desk.take(scope, 'erases', { together: undefined }),
      desk.take(scope, 'c'),
    ]
    for (let turn = 0; turn < 4; turn += 1) await desk.next()
    expect(desk.works()).toEqual([['a'], ['b', 'c'], ['bruno'], ['erases']])
    await Promise.all(answers)
  })

  test('are never more at once than one turn may hold, and one that is larger goes alone', async () => {
    const desk = aDesk(3)
    const scope = aScopeId()
    const first = desk.take(scope, 'a')
    await desk.begun()
    const answers = [
      first,
      desk.take(scope, 'b', { size: 2 }),
      desk.take(scope, 'c'),
      desk.take(scope, 'd', { size: 9 }),
      desk.take(scope, 'e'),
    ]
    for (let turn = 0; turn < 4; turn += 1) await desk.next()
    expect(desk.works()).toEqual([['a'], ['b', 'c'], ['d'], ['e']])
    await Promise.all(answers)
  })

  test('fail one by one: the others of the turn are answered', async () => {
    const desk = aDesk()
    const scope = aScopeId()
    const first = desk.take(scope, 'a')
    await desk.begun()
    const settled = Promise.allSettled([first, desk.take(scope, 'wrong'), desk.take(scope, 'c')])
    await desk.next()
    await desk.next()
    expect(await settled).toMatchObject([
      { status: 'fulfilled', value: 'a of 1' },
      { status: 'rejected', reason: new Error('wrong') },
      { status: 'fulfilled', value: 'c of 2' },
    ])
  })

  test('wait for no other scope', async () => {
    const desk = aDesk()
    void desk.take(aScopeId(), 'a')
    void desk.take(aScopeId(), 'b')
    await desk.begun()
    expect(desk.works()).toEqual([['a'], ['b']])
  })
})
