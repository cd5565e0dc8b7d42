import { expect, test } from 'vitest'
import { departmentName, departmentOf } from '../../../src/domain/territory/departments.ts'
import { officialFile } from '../../builders/official-communes.ts'

test('every department and collectivity of the official file has its name', () => {
  // The file's own shape, checked by the comparison itself.
  const official = officialFile('departements') as { code: string; nom: string }[]
  const ours = official.map(({ code }) => {
    const department = departmentOf(`${code}001`.slice(0, 5))
    return { code: department, nom: department && departmentName(department) }
  })
  expect(ours).toEqual(official.map(({ code, nom }) => ({ code, nom: nom.replaceAll("'", '’') })))
  expect(ours).toHaveLength(109)
})

test.each([
  ['09261', '09'],
  ['2A004', '2A'],
  ['2B033', '2B'],
  ['97411', '974'],
  ['98818', '988'],
])('the commune %s is of department %s', (commune, department) => {
  expect(departmentOf(commune)).toBe(department)
})

test.each(['20004', '00001', '96001', '97901', '', 'toString'])('%j has no department', (code) => {
  expect(departmentOf(code)).toBeUndefined()
})
