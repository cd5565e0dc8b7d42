import { expect, test } from 'vitest'
import { commitmentNumbers, type CommitmentNumber } from '../../../src/domain/commitments/commitment.ts'
import type { CommitmentFacts } from '../../../src/domain/commitments/commitment-facts.ts'
import { commitments, firstAction, judgeCommitments } from '../../../src/domain/commitments/commitments.ts'
import type { KitFact } from '../../../src/domain/commitments/kit/kit-fact.ts'
import { structureKit } from '../../../src/domain/commitments/kit/structure-kit.ts'
import { aHandOver, anAskedOutfit, aTold } from '../../builders/a-kit-fact.ts'
import {
  aContract,
  aNotification,
  aReturn,
  aStep,
  aTransfer,
  brunosScope,
  day,
} from '../../builders/a-post-fact.ts'
import { aPost, awa, commitmentFacts, october, september } from '../../builders/commitment-facts.ts'

function judged(number: CommitmentNumber, fields: Partial<CommitmentFacts> = {}) {
  const found = judgeCommitments(commitmentFacts(fields)).find((one) => one.number === number)
  if (!found) throw new Error(`no commitment ${number}`)
  return found
}

test('there are seven, each judged once, in their order', () => {
  expect(commitments.map(({ number }) => number)).toEqual([...commitmentNumbers])
})

test('a structure that keeps all that can be known has nothing to do, and what isn’t known is said so', () => {
  const all = judgeCommitments(commitmentFacts())
  expect(all.map(({ status }) => status)).toEqual([
    'kept',
    'unknown',
    'kept',
    'unknown',
    'unknown',
    'unknown',
    'kept',
  ])
  expect(firstAction(all)).toBeNull()
  expect(all.every(({ evidence }) => evidence.length > 0)).toBe(true)
})

test('1 a vacant post is to do, late from three months on, and says what moved last', () => {
  const vacant = (on: string) => ({ posts: aPost(aNotification(on)) })
  expect(judged(1, vacant('2026-10-01'))).toMatchObject({ status: 'to-do', next: { by: '2026-12-01' } })
  expect(judged(1, vacant('2026-08-01'))).toMatchObject({
    status: 'late',
    next: { by: '2026-11-01', page: 'recruitment' },
  })
  const moved = judged(1, { posts: aPost(aNotification('2026-10-01'), aStep('2026-11-02')) })
  expect(moved.evidence).toContainEqual({
    words: 'Poste 09-0001\u00A0: dernière étape, entretiens.',
    day: '2026-11-02',
    source: 'posts',
  })
})

test('1 is kept once a contract is signed, and has no object without a post', () => {
  expect(judged(1, { posts: aPost(aNotification('2026-08-01'), aContract('2026-12-01', null)) }).status).toBe(
    'kept',
  )
  expect(judged(1, { posts: [] }).status).toBe('not-applicable')
  expect(judged(1, { posts: aPost(aNotification(), aReturn('2026-06-01')) }).status).toBe('not-applicable')
  expect(judged(1, { posts: aPost(aNotification(), aTransfer('2026-06-01')) }).status).toBe('not-applicable')
})

test('1 of several posts the worst counts', () => {
  const [kept, late] = [
    aPost(aNotification(), aContract('2026-02-01', null)),
    aPost(aNotification('2026-05-01')),
  ]
  expect(judged(1, { posts: [...kept, ...late] }).status).toBe('late')
})

test('3 is late where somebody is quiet, to do where a mission isn’t touched, and waits for a newcomer', () => {
  const { reporting } = commitmentFacts()
  expect(judged(3, { advisors: [{ ...awa, isQuiet: true }] })).toMatchObject({
    status: 'late',
    next: { page: 'activities' },
  })
  expect(judged(3, { reporting: { ...reporting, missions: { 1: 5, 2: 0, 3: 1 } } }).status).toBe('to-do')
  expect(judged(3, { advisors: [{ ...awa, since: day('2026-11-02'), isQuiet: true }] }).status).toBe(
    'not-applicable',
  )
})

const kit = (...said: KitFact[]) => ({ kit: structureKit(said) })
const newcomer = { advisors: [{ ...awa, since: day('2026-11-02') }] }

test('4 is unknown where no outfit is kept here, and of nobody where nobody is there', () => {
  expect(judged(4)).toMatchObject({ status: 'unknown', next: null })
  expect(judged(4, { advisors: [] }).status).toBe('not-applicable')
})

test('4 is to do until the outfit is received, late 90 days after it was asked for, then kept', () => {
  const asked = anAskedOutfit('2026-10-05')
  expect(judged(4, kit(asked))).toMatchObject({
    status: 'to-do',
    next: { by: '2027-01-03', page: 'kit' },
  })
  expect(judged(4, kit(anAskedOutfit('2026-08-05')))).toMatchObject({ status: 'late' })
  expect(judged(4, kit(asked)).evidence).toContainEqual({
    words: 'Awa Diallo\u00A0: sans tenue depuis 295 jours.',
    day: '2026-02-01',
    source: 'kit',
  })
  expect(judged(4, kit(asked, aTold('outfit-received', asked, '2026-11-02')))).toMatchObject({
    status: 'kept',
    next: null,
  })
})

test('4 looks at each advisor: one who has none is late a month after the contract began', () => {
  const asked = anAskedOutfit('2026-10-05')
  const received = aTold('outfit-received', asked, '2026-11-02')
  const other = { ...awa, scope: brunosScope, name: 'Bruno' }
  expect(judged(4, { ...kit(asked, received), advisors: [awa, other] })).toMatchObject({
    status: 'late',
    next: { words: 'Demander la tenue pour Bruno.', by: '2026-03-03' },
  })
})

const confirmed = (equipment: 'ordinateur' | 'telephone' | 'espace_de_travail', on = '2026-02-02') => {
  const handed = aHandOver(on, { equipment })
  return [handed, aTold('received', handed, on)]
}
const equipped = [...confirmed('telephone'), ...confirmed('espace_de_travail')]

test('5 is unknown where no equipment is kept here, kept where all that is required is confirmed', () => {
  expect(judged(5)).toMatchObject({ status: 'unknown', next: null })
  expect(judged(5, { advisors: [] }).status).toBe('not-applicable')
  expect(judged(5, kit(...equipped, ...confirmed('ordinateur')))).toMatchObject({
    status: 'kept',
    next: null,
  })
})

test('5 is to do while something is missing, late after 30 days, and says since when', () => {
  expect(judged(5, kit(...equipped))).toMatchObject({ status: 'late', next: { by: '2026-03-03' } })
  const [handed, received] = confirmed('ordinateur')
  if (!handed || !('item' in handed)) throw new Error('a computer is a thing')
  const broken = aTold('out-of-order', handed, '2026-11-16')
  const said = judged(5, kit(...equipped, handed, ...(received ? [received] : []), broken))
  expect(said).toMatchObject({ status: 'to-do', next: { by: '2026-12-16', page: 'kit' } })
  expect(said.evidence).toContainEqual({
    words: 'Awa Diallo\u00A0: ordinateur, manque depuis 7 jours.',
    day: '2026-11-16',
    source: 'kit',
  })
})

test('5 is to do for a newcomer, and while the advisor hasn’t confirmed', () => {
  expect(judged(5, { ...kit(...equipped), ...newcomer }).status).toBe('to-do')
  expect(judged(5, kit(...equipped, aHandOver('2026-11-16')))).toMatchObject({
    status: 'to-do',
    next: { words: 'Faire confirmer par Awa Diallo ce qui lui a été remis.' },
  })
})

test('6 is shown by hours for the community, and never refuted by their absence', () => {
  expect(judged(6, { communityMinutes: 150 })).toMatchObject({ status: 'kept' })
  expect(judged(6, { communityMinutes: 0 })).toMatchObject({ status: 'unknown', next: null })
})

test('6 is shown by events attended as well; the State is told that there were some, and neither who nor how many', () => {
  const event = {
    kind: 'webinaire',
    title: 'Parler d’IA',
    day: day('2026-11-12'),
    names: ['Awa Diallo'],
  } as const
  const judgement = judged(6, { eventsAttended: [event] })
  expect(judgement).toMatchObject({ status: 'kept', next: null })
  expect(judgement.evidence.map(({ words }) => words)).toEqual([
    '1\u00A0évènement suivi sur trois mois.',
    'Webinaire «\u00A0Parler d’IA\u00A0»\u00A0: Awa Diallo.',
  ])
  expect(JSON.stringify(judgement.toState)).not.toMatch(/Awa|Parler|\b1\b/)
  expect(judgement.toState).toHaveLength(1)
})

test('7 is to do while something waits for an answer, and late a month after the month', () => {
  const waiting = (month: { open: number; settled: number }) => ({
    months: [
      { ...september, open: 0, settled: 0 },
      { ...october, ...month },
    ],
  })
  expect(judged(7, waiting({ open: 2, settled: 1 }))).toMatchObject({
    status: 'to-do',
    next: { by: '2026-11-30', page: 'month' },
  })
  expect(judged(7, { months: [{ ...september, open: 1, settled: 0 }] }).status).toBe('late')
})

test('7 takes who vouched for the months as soon as that is known', () => {
  const [sept, oct] = [september.month, october.month]
  expect(judged(7, { vouched: new Set([sept]) })).toMatchObject({ status: 'to-do' })
  expect(judged(7, { vouched: new Set([sept, oct]) })).toMatchObject({ status: 'kept', next: null })
})

test('the first thing to do is of what is late, by its day', () => {
  const late = { posts: aPost(aNotification('2026-08-01')) }
  const toDo = { months: [{ ...october, open: 1, settled: 0 }] }
  expect(firstAction(judgeCommitments(commitmentFacts({ ...late, ...toDo })))).toMatchObject({
    page: 'recruitment',
  })
  expect(firstAction(judgeCommitments(commitmentFacts(toDo)))).toMatchObject({ page: 'month' })
})
