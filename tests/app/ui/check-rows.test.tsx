import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Checkbox } from '../../../src/app/ui/Checkbox.tsx'
import { SwitchRow } from '../../../src/app/ui/SwitchRow.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

test('a checkbox is named, described, and turned by its words', async () => {
  render(<Checkbox label="Je certifie ces figures" hint="Lisez-les d’abord." error="Cochez cette case." />)
  const box = screen.getByRole('checkbox', { name: 'Je certifie ces figures' })
  expect(box).toHaveAccessibleDescription('Cochez cette case. Lisez-les d’abord.')
  expect(box).toBeInvalid()
  await userEvent.click(screen.getByText('Je certifie ces figures'))
  expect(box).toBeChecked()
  expect(await accessibilityViolations()).toEqual([])
})

test('a switch says that it is one, and is turned by Space', async () => {
  render(<SwitchRow label="Recevoir un rappel" hint="Le vendredi." />)
  const control = screen.getByRole('switch', { name: 'Recevoir un rappel' })
  expect(control).toHaveAccessibleDescription('Le vendredi.')
  expect(control).not.toBeChecked()
  await userEvent.tab()
  await userEvent.keyboard(' ')
  expect(control).toBeChecked()
  expect(await accessibilityViolations()).toEqual([])
})
