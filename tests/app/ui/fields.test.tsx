import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test } from 'vitest'
import { DateField } from '../../../src/app/ui/DateField.tsx'
import type { FieldWords } from '../../../src/app/ui/FieldMessages.tsx'
import { NumberField } from '../../../src/app/ui/NumberField.tsx'
import { SelectField } from '../../../src/app/ui/SelectField.tsx'
import { TextArea } from '../../../src/app/ui/TextArea.tsx'
import { TextField } from '../../../src/app/ui/TextField.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

const answers = [{ value: 'a', label: 'Administration' }]
const fields = {
  TextField,
  DateField,
  NumberField,
  TextArea,
  SelectField: (words: FieldWords) => <SelectField {...words} options={answers} />,
}

test.each(Object.entries(fields))(
  '%s is named by its label, and described by its error, then its hint',
  async (_, Piece) => {
    render(<Piece label="Réponse" hint="Celle de la personne." error="Donnez une réponse." />)
    const control = screen.getByLabelText('Réponse')
    expect(control).toHaveAccessibleName('Réponse')
    expect(control).toHaveAccessibleDescription('Donnez une réponse. Celle de la personne.')
    expect(control).toBeInvalid()
    expect(await accessibilityViolations()).toEqual([])
  },
)

test.each(Object.entries(fields))(
  '%s without an error is valid and has no description of its own',
  (_, Piece) => {
    render(<Piece label="Réponse" />)
    const control = screen.getByLabelText('Réponse')
    expect(control).toBeValid()
    expect(control).not.toHaveAttribute('aria-describedby')
  },
)

test.each(Object.entries(fields))('%s says in words that it is required or optional', (_, Piece) => {
  const { rerender } = render(<Piece label="Réponse" need="required" />)
  expect(screen.getByLabelText('Réponse (obligatoire)')).toBeRequired()
  rerender(<Piece label="Réponse" need="optional" />)
  expect(screen.getByLabelText('Réponse (facultatif)')).not.toBeRequired()
})

test('a date is chosen with the calendar of the device', () => {
  render(<DateField label="Date" max="2026-11-23" />)
  expect(screen.getByLabelText('Date')).toHaveAttribute('type', 'date')
  expect(screen.getByLabelText('Date')).toHaveAttribute('max', '2026-11-23')
})

test('a number is named with its unit, and asks for the keys of a number', () => {
  render(<NumberField label="Durée" unit="minutes" />)
  const field = screen.getByRole('textbox', { name: 'Durée en minutes' })
  expect(field).toHaveAttribute('inputmode', 'numeric')
})

test('a list begins with its empty answer', () => {
  render(<SelectField label="Orientation" options={answers} placeholder="Choisissez une réponse" />)
  expect(screen.getByLabelText('Orientation')).toHaveDisplayValue('Choisissez une réponse')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Choisissez une réponse',
    'Administration',
  ])
})

test('a note says what is left to write', async () => {
  render(<TextArea label="Note" limit={10} />)
  expect(screen.getByText('10 caractères restants')).toBeVisible()
  await userEvent.type(screen.getByLabelText('Note'), 'Bonjour')
  expect(screen.getByText('3 caractères restants')).toBeVisible()
})

test('a note that is too long keeps what was written, and announces it once', async () => {
  render(<TextArea label="Note" limit={3} />)
  await userEvent.type(screen.getByLabelText('Note'), 'Bonjour')
  expect(screen.getByLabelText('Note')).toHaveValue('Bonjour')
  expect(screen.getByText('4 caractères de trop')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('Le texte est trop long.')
})

test('what is left is announced near the end only', async () => {
  render(<TextArea label="Note" limit={100} defaultValue={'a'.repeat(89)} />)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  await userEvent.type(screen.getByLabelText('Note'), 'b')
  expect(screen.getByRole('status')).toHaveTextContent('Il reste moins de 20 caractères.')
})

test('a form library fills fields, reads them, counts their letters and focuses the wrong one', async () => {
  render(<LibraryForm />)
  expect(screen.getByLabelText('Nom')).toHaveValue('Awa')
  expect(screen.getByText('45 caractères restants')).toBeVisible()
  await userEvent.clear(screen.getByLabelText('Nom'))
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(screen.getByLabelText('Nom')).toHaveFocus())
  expect(screen.getByLabelText('Nom')).toHaveAccessibleDescription('Écrivez un nom.')
})

function LibraryForm() {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: 'Awa', note: 'Salut' } })
  return (
    <form onSubmit={(event) => void handleSubmit(() => undefined)(event)} noValidate>
      <TextField
        label="Nom"
        error={formState.errors.name?.message}
        {...register('name', { required: 'Écrivez un nom.' })}
      />
      <TextArea label="Note" limit={50} {...register('note')} />
      <button type="submit">Enregistrer</button>
    </form>
  )
}
