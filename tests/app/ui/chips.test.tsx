import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ChipCheckboxGroup } from '../../../src/app/ui/ChipCheckboxGroup.tsx'
import { ChipRadioGroup } from '../../../src/app/ui/ChipRadioGroup.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

const durations = [
  { value: '15', label: '15 min' },
  { value: '30', label: '30 min' },
  { value: '45', label: '45 min' },
] as const
type Duration = (typeof durations)[number]['value']

const equipment = [
  { value: 'ordinateur', label: 'Ordinateur' },
  { value: 'telephone', label: 'Téléphone' },
  { value: 'tablette', label: 'Tablette' },
  { value: 'aucun', label: 'Pas de matériel' },
] as const
type Equipment = (typeof equipment)[number]['value']

test('one answer: a named group of real radios', async () => {
  render(<Durations error="Indiquez la durée." />)
  const group = screen.getByRole('radiogroup', { name: 'Durée (obligatoire)' })
  expect(group).toHaveAccessibleDescription('Indiquez la durée.')
  expect(group).toBeInvalid()
  expect(group).toBeRequired()
  expect(screen.getAllByRole('radio')).toHaveLength(3)
  expect(await accessibilityViolations()).toEqual([])
})

test('one answer: the arrows go from one to the next', async () => {
  render(<Durations />)
  await userEvent.click(screen.getByRole('radio', { name: '15 min' }))
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('radio', { name: '30 min' })).toBeChecked()
  expect(screen.getByRole('radio', { name: '30 min' })).toHaveFocus()
  expect(screen.getByRole('radio', { name: '15 min' })).not.toBeChecked()
})

test('one answer: it can be taken back where the question may stay open, and the focus stays in the group', async () => {
  render(<Durations clearable />)
  expect(screen.queryByRole('button', { name: 'Effacer ce choix' })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '45 min' }))
  await userEvent.click(screen.getByRole('button', { name: 'Effacer ce choix' }))
  expect(screen.getByRole('radio', { name: '45 min' })).not.toBeChecked()
  expect(screen.getByRole('radio', { name: '15 min' })).toHaveFocus()
})

test('one answer: a form can put the focus on the group', () => {
  const ref = createRef<HTMLInputElement>()
  render(
    <ChipRadioGroup
      label="Durée"
      options={durations}
      value={null}
      onChange={vi.fn<() => void>()}
      ref={ref}
    />,
  )
  ref.current?.focus()
  expect(screen.getByRole('radio', { name: '15 min' })).toHaveFocus()
})

test('several answers: a named group of real checkboxes', async () => {
  render(<Equipments />)
  expect(screen.getByRole('group', { name: 'Matériel' })).toHaveAccessibleDescription(
    'Plusieurs réponses possibles.',
  )
  expect(screen.getAllByRole('checkbox')).toHaveLength(4)
  expect(await accessibilityViolations()).toEqual([])
})

test('several answers: Space chooses and takes back', async () => {
  render(<Equipments />)
  await userEvent.tab()
  await userEvent.keyboard(' ')
  await userEvent.tab()
  await userEvent.keyboard(' ')
  expect(chosen()).toEqual(['ordinateur', 'telephone'])
  await userEvent.keyboard(' ')
  expect(chosen()).toEqual(['ordinateur'])
})

test('several answers: the exclusive one takes the place of the others, and gives it back', async () => {
  render(<Equipments />)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Ordinateur' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Pas de matériel' }))
  expect(chosen()).toEqual(['aucun'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'Tablette' }))
  expect(chosen()).toEqual(['tablette'])
})

test('a long list begins with the usual answers and the chosen ones', () => {
  render(<Equipments firstShown={1} initial={['tablette']} />)
  expect(shown()).toEqual(['ordinateur', 'tablette'])
})

test('the rest of a long list comes when asked for, with the focus on the first that came', async () => {
  render(<Equipments firstShown={2} />)
  await userEvent.click(screen.getByRole('button', { name: 'Toutes…' }))
  expect(shown()).toEqual(['ordinateur', 'telephone', 'tablette', 'aucun'])
  expect(screen.getByRole('checkbox', { name: 'Tablette' })).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Toutes…' })).not.toBeInTheDocument()
})

test('an answer taken back stays in sight', async () => {
  render(<Equipments firstShown={1} initial={['tablette']} />)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Tablette' }))
  expect(shown()).toEqual(['ordinateur', 'tablette'])
})

function Durations({ error, clearable = false }: { error?: string; clearable?: boolean }) {
  const [value, setValue] = useState<Duration | null>(null)
  return (
    <ChipRadioGroup
      label="Durée"
      need="required"
      error={error}
      options={durations}
      value={value}
      onChange={setValue}
      onClear={clearable ? () => setValue(null) : undefined}
    />
  )
}

function Equipments({ initial = [], firstShown }: { initial?: Equipment[]; firstShown?: number }) {
  const [values, setValues] = useState<Equipment[]>(initial)
  return (
    <ChipCheckboxGroup
      label="Matériel"
      hint="Plusieurs réponses possibles."
      options={equipment}
      values={values}
      onChange={setValues}
      exclusive="aucun"
      firstShown={firstShown}
    />
  )
}

function shown(): string[] {
  return screen.getAllByRole<HTMLInputElement>('checkbox').map(({ value }) => value)
}

function chosen(): string[] {
  return screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true }).map(({ value }) => value)
}
