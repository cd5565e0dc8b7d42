import { expect, test } from 'vitest'
import { frameNotice, type NoticeFacts } from '../../../src/app/shell/frame-notice.ts'

function aStatus(fields: Partial<NonNullable<NoticeFacts['status']>> = {}) {
  return { phase: 'idle', clockOffsetMs: 0, waitsLong: false, ...fields } as const
}

const calm: NoticeFacts = {
  canKeep: true,
  nearlyFull: false,
  isLost: false,
  session: { state: 'signed-in', other: null },
  status: aStatus(),
  unreadNews: false,
}

test.each<[string, Partial<NoticeFacts>, ReturnType<typeof frameNotice>]>([
  ['nothing to say', {}, null],
  ['not known yet', { canKeep: undefined, status: undefined }, null],
  ['a private window', { canKeep: false }, 'not-kept'],
  ['another person’s session', { session: { state: 'other-person', other: null } }, 'other-person'],
  ['refused by the server as another person', { status: aStatus({ phase: 'wrong-user' }) }, 'other-person'],
  ['signed out elsewhere', { status: aStatus({ phase: 'revoked' }) }, 'revoked'],
  ['a version too old', { status: aStatus({ phase: 'too-old' }) }, 'too-old'],
  ['an ended session', { session: { state: 'signed-out', other: null } }, 'signed-out'],
  ['no network says nothing: it is in the header', { session: { state: 'offline', other: null } }, null],
  ['a structure that left this device', { unreadNews: true, nearlyFull: true }, 'scope-news'],
  ['P13 what the device held was thrown away', { isLost: true }, 'storage-lost'],
  ['P8 reports that wait for more than five days', { status: aStatus({ waitsLong: true }) }, 'waiting-long'],
  ['a device nearly full', { nearlyFull: true }, 'storage-nearly-full'],
  ['a clock off by 11 minutes', { status: aStatus({ clockOffsetMs: -660_000 }) }, 'clock'],
  ['a clock off by 9 minutes', { status: aStatus({ clockOffsetMs: 540_000 }) }, null],
])('%s', (_, facts, kind) => {
  expect(frameNotice({ ...calm, ...facts })).toBe(kind)
})

test('one notice at a time: what loses the most comes first', () => {
  const all: NoticeFacts = {
    canKeep: false,
    nearlyFull: true,
    isLost: true,
    session: { state: 'signed-out', other: null },
    status: aStatus({ phase: 'too-old', clockOffsetMs: 9e9, waitsLong: true }),
    unreadNews: true,
  }
  expect(frameNotice(all)).toBe('not-kept')
  expect(frameNotice({ ...all, canKeep: true })).toBe('too-old')
})
