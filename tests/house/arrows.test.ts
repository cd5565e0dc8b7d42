import { expect, test } from 'vitest'
import { importsUnder, type Import } from './source-files.ts'

/** A package, by its name: anything that isn't a path of the repository. */
const packageNamed = /^(?!src\/)/

/** Which folders a folder may import from; itself always. The first that fits a path counts. */
const rooms: readonly { room: RegExp; may: readonly RegExp[] }[] = [
  { room: /^src\/domain\//, may: [/^zod\/mini$/, /^@noble\/hashes\//, /^ical\.js$/] },
  { room: /^src\/app\/ui\//, may: [/^react(-dom)?($|\/)/, /^src\/domain\/calendar-day\.ts$/] },
  { room: /^src\/app\/data\//, may: [/^src\/domain\//, packageNamed] },
  {
    room: /^src\/app\/features\/[^/]+\//,
    may: [/^src\/domain\//, /^src\/app\/((data|ui)\/|(later-)?addresses\.ts$)/, packageNamed],
  },
  { room: /^src\/app\//, may: [/^src\/domain\//, /^src\/app\//, packageNamed] },
  { room: /^src\/worker\//, may: [/^src\/domain\//, /^src\/app\/data\//, packageNamed] },
  { room: /^src\/server\//, may: [/^src\/domain\//, /^src\/server\//, packageNamed] },
  { room: /^src\/build\//, may: [/^src\/domain\//, packageNamed] },
]

const imports = importsUnder('src')

test('the check reads imports at all', () => {
  expect(imports.length).toBeGreaterThan(100)
})

test('every import follows the arrows between folders', () => {
  expect(imports.filter(breaksArrows).map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('only app/data and the worker that runs it touch the device’s database', () => {
  const elsewhere = imports.filter(({ from, to, typeOnly }) => {
    return !typeOnly && to.startsWith('dexie') && !/^src\/(app\/data|worker)\//.test(from)
  })
  expect(elsewhere).toEqual([])
})

test('only server/store speaks to a database', () => {
  const elsewhere = imports.filter(({ from, to, typeOnly }) => {
    return !typeOnly && /^(pg|kysely|@electric-sql)/.test(to) && !from.startsWith('src/server/store/')
  })
  expect(elsewhere).toEqual([])
})

function breaksArrows({ from, to }: Import): boolean {
  const room = rooms.find((candidate) => candidate.room.test(from))
  if (!room) return true
  const own = room.room.exec(from)?.[0] ?? ''
  return !to.startsWith(own) && !room.may.some((allowed) => allowed.test(to))
}
