import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder, root, textOf } from './source-files.ts'

const documents = ['README.md', 'CONTRIBUTING.md', ...filesUnder('docs', /\.md$/)]
const testFiles = filesUnder('tests', /\.test\.tsx?$/)

/** Rules stated in docs/sync.md, as the first cell of a row of its table of invariants. */
const stated = new Set(
  [...textOf('docs/sync.md').matchAll(/^\| (I\d+[a-z]?) \|/gm)].map((match) => match[1] ?? ''),
)

/** Rules that a test's title begins with or names: `I4 a report …`, `I8 and I8b …`. */
const cited = new Map(
  testFiles.flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:test|it|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*[`'"]([^`'"]*)/g)].flatMap(
      (match) => [...(match[1] ?? '').matchAll(/\bI\d+[a-z]?\b/g)].map((rule) => [rule[0], file] as const),
    ),
  ),
)

test('rules are found in the document and in the tests', () => {
  expect(stated.size).toBeGreaterThan(20)
  expect(cited.size).toBeGreaterThan(10)
})

test('every rule that docs/sync.md states has a test that names it', () => {
  expect([...stated].filter((rule) => !cited.has(rule))).toEqual([])
})

test('no test cites a rule that docs/sync.md does not state', () => {
  expect([...cited].filter(([rule]) => !stated.has(rule))).toEqual([])
})

test('every path that a document names exists', () => {
  const missing = documents.flatMap((document) =>
    pathsNamedIn(document).filter((path) => !existsSync(path.absolute)),
  )
  expect(missing.map((path) => path.said)).toEqual([])
})

test('every script that a document names is in package.json', () => {
  // What JSON.parse gives of our own package.json has this shape.
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = documents.flatMap((document) =>
    [...textOf(document).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1] ?? ''),
  )
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

/** Paths in code marks that begin with a folder of the repository, and the targets of relative links. */
function pathsNamedIn(document: string): { said: string; absolute: string }[] {
  const text = textOf(document)
  const marked = [...text.matchAll(/`((?:src|tests|docs|public|\.ci)\/[\w./-]*)`/g)].map(
    (match) => match[1] ?? '',
  )
  const linked = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)/g)].map(
    (match) => match[1] ?? '',
  )
  return [
    ...marked.map((path) => ({ said: `${document}: ${path}`, absolute: join(root, path) })),
    ...linked.map((path) => ({
      said: `${document}: ${path}`,
      absolute: join(root, dirname(document), path),
    })),
  ]
}
