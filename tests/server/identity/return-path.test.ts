import { expect, test } from 'vitest'
import { safeReturnPath } from '../../../src/server/identity/return-path.ts'

const home = 'https://coop.test'

test.each(['/', '/activites', '/activites?jour=2026-11-23#haut', '/compte-rendu/1'])(
  'a path of ours is returned to: %s',
  (path) => {
    expect(safeReturnPath(path, home)).toBe(path)
  },
)

test.each([
  undefined,
  '',
  'activites',
  'https://evil.test/',
  'javascript:alert(1)',
  '//evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/.//evil.test',
  '/a/..//evil.test',
  '/%2e//evil.test',
  '/api/session',
  '/auth/sign-in',
  '/demo/issuer/session/end',
  `/${'a'.repeat(500)}`,
])('anything else goes home: %j', (asked) => {
  expect(safeReturnPath(asked, home)).toBe('/')
})
