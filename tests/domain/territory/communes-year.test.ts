import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { communesYear } from '../../../src/domain/territory/communes-year.ts'

const packageFile = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json')

test('the year that is named with the sources is that of the installed package', () => {
  // Read from its own files: the version, and its table of years.
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const readMe = readFileSync(join(dirname(packageFile), 'README.md'), 'utf8')
  const years = new Map(
    [...readMe.matchAll(/^\| (\d{4}) +\| (\S+)/gm)].map(([, year, of]) => [of, Number(year)]),
  )
  expect(years.get(version)).toBe(communesYear)
  expect(readFileSync('README.md', 'utf8')).toContain(`edition of ${communesYear}`)
})
