import { expect, test } from 'vitest'
import { toggleChoice } from '../../../src/app/ui/toggle-choice.ts'

test.each([
  { chosen: [], value: 'a', gives: ['a'] },
  { chosen: ['b'], value: 'a', gives: ['b', 'a'] },
  { chosen: ['a', 'b'], value: 'a', gives: ['b'] },
  { chosen: ['a', 'b'], value: 'none', gives: ['none'] },
  { chosen: ['none'], value: 'a', gives: ['a'] },
  { chosen: ['none'], value: 'none', gives: [] },
])('$chosen then $value gives $gives, where none excludes the others', ({ chosen, value, gives }) => {
  expect(toggleChoice<string>(chosen, value, 'none')).toEqual(gives)
})
