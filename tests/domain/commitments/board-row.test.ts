import { expect, test } from 'vitest'
import { boardRow } from '../../../src/domain/commitments/board-row.ts'
import type { PostFact } from '../../../src/domain/commitments/post-fact.ts'
import { postLife } from '../../../src/domain/commitments/post-life.ts'
import {
  aContract,
  aDeparture,
  aNotification,
  aReturn,
  aTransfer,
  awasScopeThere,
  day,
  ours,
  theirs,
} from '../../builders/a-post-fact.ts'

const row = (on: string, ...facts: PostFact[]) => boardRow(postLife(facts), day(on))
const moved = [
  aNotification('2024-01-08'),
  aContract('2024-03-01', null),
  aDeparture('2026-04-30'),
  aTransfer('2026-06-01'),
  aContract('2026-07-01', '2027-06-30', { structure: theirs, scope: awasScopeThere }),
]

test('a transfer is told with each holder’s days, and what happened with each stays there', () => {
  expect(row('2026-11-23', ...moved)).toMatchObject({
    state: 'occupied',
    structure: theirs,
    holders: [
      {
        structure: ours,
        from: '2024-01-08',
        until: '2026-05-31',
        worked: [{ from: '2024-03-01', until: '2026-04-30' }],
      },
      {
        structure: theirs,
        from: '2026-06-01',
        until: null,
        worked: [{ from: '2026-07-01', until: '2027-06-30' }],
      },
    ],
    returnedOn: null,
  })
})

test('a transfer to come is told before its day, and the post is still its holder’s', () => {
  expect(row('2026-05-15', ...moved)).toMatchObject({
    state: 'vacant',
    structure: ours,
    holders: [{ structure: ours }, { structure: theirs, from: '2026-06-01' }],
  })
})

test('of a post that has always had one holder there is nothing to tell but its return', () => {
  expect(row('2026-11-23', aNotification('2024-01-08'), aReturn('2026-06-01'))).toMatchObject({
    state: 'returned',
    holders: [],
    returnedOn: '2026-06-01',
  })
  expect(row('2026-05-01', aNotification('2024-01-08'), aReturn('2026-06-01'))).toMatchObject({
    state: 'vacant',
    returnedOn: '2026-06-01',
  })
})
