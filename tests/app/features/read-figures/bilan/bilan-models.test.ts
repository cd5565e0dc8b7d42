import { expect, test } from 'vitest'
import { timeBlock } from '../../../../../src/app/features/read-figures/bilan/bilan-blocks.ts'
import {
  bilanModel,
  structureModels,
  yearlyReport,
} from '../../../../../src/app/features/read-figures/bilan/bilan-models.ts'
import { blockDefinitions } from '../../../../../src/app/features/read-figures/block-definitions.ts'

const blocksOf = (sheets: (typeof yearlyReport)['sheets']) =>
  sheets.flatMap((parts) => parts.flatMap(({ blocks }) => blocks))
const known = [timeBlock.name, ...blockDefinitions.map(({ name }) => name)]

test.each([bilanModel, ...structureModels])(
  '$name: what can be chosen has one place, and what it begins with can be chosen',
  (model) => {
    const placed = blocksOf(model.sheets)
    expect(new Set(placed).size).toBe(placed.length)
    expect(placed.filter((name) => !known.includes(name))).toEqual([])
    expect(model.first.blocks.filter((name) => !placed.includes(name))).toEqual([])
  },
)

test('the yearly report has a place for every block that a structure may read', () => {
  const ofPeople = blockDefinitions.filter(({ unit }) => unit === 'people').map(({ name }) => name)
  expect(blocksOf(yearlyReport.sheets).toSorted()).toEqual(
    known.filter((name) => !ofPeople.includes(name)).toSorted(),
  )
})

test('a structure begins with nothing that it may not read', () => {
  const ofPeople = blockDefinitions.filter(({ unit }) => unit === 'people').map(({ name }) => name)
  for (const { first } of structureModels)
    expect(first.blocks.filter((name) => ofPeople.includes(name))).toEqual([])
})
