import { expect, test } from 'vitest'
import { frameNotice, type NoticeFacts } from '../../../src/app/shell/frame-notice.ts'

const calm: NoticeFacts = {
  canKeep: true,
  nearlyFull: false,
  session: { state: 'signed-in', other: null },
  status: { phase: 'idle', clockOffsetMs: 0 },
  unreadNews: false,
}

test.each<[string, Partial<NoticeFacts>, ReturnType<typeof frameNotice>]>([
  ['nothing to say', {}, null],
  ['not known yet', { canKeep: undefined, status: undefined }, null],
  ['a private window', { canKeep: false }, 'not-kept'],
  ['another person’s session', { session: { state: 'other-person', other: null } }, 'other-person'],
  [
    'refused by the server as another person',
    { status: { phase: 'wrong-user', clockOffsetMs: 0 } },
    'other-person',
  ],
  ['signed out elsewhere', { status: { phase: 'revoked', clockOffsetMs: 0 } }, 'revoked'],
  ['a version too old', { status: { phase: 'too-old', clockOffsetMs: 0 } }, 'too-old'],
  ['an ended session', { session: { state: 'signed-out', other: null } }, 'signed-out'],
  ['no network says nothing: it is in the header', { session: { state: 'offline', other: null } }, null],
  ['a structure that left this device', { unreadNews: true, nearlyFull: true }, 'scope-news'],
  ['a device nearly full', { nearlyFull: true }, 'storage-nearly-full'],
  ['a clock off by 11 minutes', { status: { phase: 'idle', clockOffsetMs: -660_000 } }, 'clock'],
  ['a clock off by 9 minutes', { status: { phase: 'idle', clockOffsetMs: 540_000 } }, null],
])('%s', (_, facts, kind) => {
  expect(frameNotice({ ...calm, ...facts })).toBe(kind)
})

test('one notice at a time: what loses the most comes first', () => {
  const all: NoticeFacts = {
    canKeep: false,
    nearlyFull: true,
    session: { state: 'signed-out', other: null },
    status: { phase: 'too-old', clockOffsetMs: 9e9 },
    unreadNews: true,
  }
  expect(frameNotice(all)).toBe('not-kept')
  expect(frameNotice({ ...all, canKeep: true })).toBe('too-old')
})
