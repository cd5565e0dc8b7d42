import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { Combobox, type ComboboxProps } from '../../../src/app/ui/Combobox.tsx'
import { Dialog } from '../../../src/app/ui/Dialog.tsx'
import type { Search, Suggestion } from '../../../src/app/ui/use-suggestions.ts'
import { accessibilityViolations } from './accessibility-violations.ts'

const communes: readonly Suggestion[] = [
  { id: '09261', label: 'Saint-Girons', detail: 'Ariège (09)' },
  { id: '64479', label: 'Saint-Girons-en-Béarn', detail: 'Pyrénées-Atlantiques (64)' },
  { id: '09122', label: 'Foix', detail: 'Ariège (09)' },
]
const searchCommunes: Search<Suggestion> = async (text) =>
  communes.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))

test('typing opens a named list, and announces how many lines it has', async () => {
  render(<Commune />)
  await userEvent.type(field(), 'saint')
  expect(await lines()).toEqual(['Saint-GironsAriège (09)', 'Saint-Girons-en-BéarnPyrénées-Atlantiques (64)'])
  expect(screen.getByRole('listbox', { name: 'Commune' })).toBeVisible()
  expect(field()).toHaveAttribute('aria-expanded', 'true')
  expect(screen.getByRole('status')).toHaveTextContent('2 résultats.')
  expect(await accessibilityViolations()).toEqual([])
})

test('nothing is looked for before enough letters', async () => {
  const search = vi.fn<Search<Suggestion>>(searchCommunes)
  render(<Commune minLength={2} search={search} />)
  await userEvent.type(field(), 'f')
  expect(search).not.toHaveBeenCalled()
  await userEvent.type(field(), 'o')
  expect(await lines()).toEqual(['FoixAriège (09)'])
  expect(search.mock.calls.map(([text]) => text)).toEqual(['fo'])
})

test('where no letter is needed, a touch shows the whole list', async () => {
  render(<Commune />)
  await userEvent.click(field())
  expect(await lines()).toHaveLength(3)
})

test('the arrows go round the list, Enter takes the line, and the focus never leaves the field', async () => {
  render(<Commune />)
  await userEvent.type(field(), 'saint')
  await lines()
  await userEvent.keyboard('{ArrowDown}')
  expect(activeLine()).toHaveTextContent('Saint-GironsAriège (09)')
  await userEvent.keyboard('{ArrowUp}')
  expect(activeLine()).toHaveTextContent('Saint-Girons-en-Béarn')
  await userEvent.keyboard('{ArrowDown}')
  expect(activeLine()).toHaveTextContent('Saint-GironsAriège (09)')
  await userEvent.keyboard('{Enter}')
  expect(field()).toHaveValue('Saint-Girons')
  expect(field()).toHaveFocus()
  expect(field()).toHaveAttribute('aria-expanded', 'false')
  expect(chosenId()).toBe('09261')
})

test('Enter never takes a line that wasn’t shown to be the one, nor sends the form', async () => {
  const submit = vi.fn<() => void>()
  render(<Commune around={(field) => <form onSubmit={submit}>{field}</form>} />)
  await userEvent.type(field(), 'foix')
  await lines()
  await userEvent.keyboard('{Enter}')
  expect(chosenId()).toBe('')
  expect(activeLine()).toHaveTextContent('Foix')
  await userEvent.keyboard('{Enter}')
  expect(chosenId()).toBe('09122')
  expect(submit).not.toHaveBeenCalled()
})

test('a touch takes a line', async () => {
  render(<Commune />)
  await userEvent.type(field(), 'foix')
  await userEvent.click(await screen.findByRole('option', { name: /Foix/ }))
  expect(chosenId()).toBe('09122')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
})

test('to change what is chosen is to undo it, until another line is taken', async () => {
  render(<Commune initial={communes[2] ?? null} />)
  await userEvent.click(field())
  await userEvent.keyboard('s')
  expect(field()).toHaveValue('s')
  expect(chosenId()).toBe('')
})

test('what is typed and not taken stays, and is said', async () => {
  render(<Commune />)
  await userEvent.type(field(), 'sain')
  await lines()
  await userEvent.tab()
  expect(field()).toHaveValue('sain')
  expect(field()).toBeInvalid()
  expect(field()).toHaveAccessibleDescription('Choisissez une ligne de la liste, ou videz le champ.')
})

test('a touch elsewhere closes the list', async () => {
  render(
    <>
      <Commune />
      <p>Ailleurs</p>
    </>,
  )
  await userEvent.click(field())
  await lines()
  await userEvent.click(screen.getByText('Ailleurs'))
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
})

test('the cross empties the field, and leaves the focus in it', async () => {
  render(<Commune initial={communes[0] ?? null} minLength={2} />)
  await userEvent.click(screen.getByRole('button', { name: 'Vider le champ' }))
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
  expect(chosenId()).toBe('')
})

test('Escape closes the list before it closes the dialog around', async () => {
  const close = vi.fn<() => void>()
  render(
    <Commune
      around={(field) => (
        <Dialog open title="Lieu" onClose={close}>
          {field}
        </Dialog>
      )}
    />,
  )
  await userEvent.type(field(), 'foix')
  await lines()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  expect(close).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledOnce()
})

test('an answer that comes after another was asked for is dropped', async () => {
  const answers = new Map<string, (found: readonly Suggestion[]) => void>()
  const search: Search<Suggestion> = (text) => new Promise((resolve) => answers.set(text, resolve))
  render(<Commune search={search} minLength={1} />)
  await userEvent.type(field(), 'fo')
  await act(async () => answers.get('fo')?.(communes.slice(2)))
  await act(async () => answers.get('f')?.(communes))
  expect(await lines()).toEqual(['FoixAriège (09)'])
})

test('the wait, the lack of results and a failure are each said', async () => {
  const search = vi.fn<Search<Suggestion>>().mockReturnValueOnce(new Promise(() => undefined))
  render(<Commune search={search} minLength={1} />)
  await userEvent.type(field(), 'a')
  expect(screen.getByRole('status')).toHaveTextContent('Recherche…')
  search.mockResolvedValueOnce([])
  await userEvent.type(field(), 'b')
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Aucun résultat.'))
  search.mockRejectedValueOnce(new Error('no index'))
  await userEvent.type(field(), 'c')
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(
      'La recherche n’a pas abouti. Modifiez le texte pour réessayer.',
    ),
  )
})

test('what the list doesn’t have can be made of what was typed', async () => {
  const add = vi.fn<(text: string) => void>()
  render(<Commune extra={{ label: (text) => `Ajouter le lieu « ${text} »`, onPick: add }} />)
  await userEvent.type(field(), 'Grange')
  await userEvent.click(await screen.findByRole('option', { name: 'Ajouter le lieu « Grange »' }))
  expect(add).toHaveBeenCalledWith('Grange')
})

interface CommuneProps extends Partial<ComboboxProps<Suggestion>> {
  initial?: Suggestion | null
  around?: (field: ReactNode) => ReactNode
}

function Commune({ initial = null, around = (field) => field, ...props }: CommuneProps) {
  const [value, setValue] = useState<Suggestion | null>(initial)
  return (
    <>
      {around(
        <Combobox label="Commune" value={value} onChange={setValue} search={searchCommunes} {...props} />,
      )}
      <div data-testid="chosen">{value?.id}</div>
    </>
  )
}

function field(): HTMLElement {
  return screen.getByRole('combobox', { name: 'Commune' })
}

function chosenId(): string | null {
  return screen.getByTestId('chosen').textContent
}

async function lines(): Promise<(string | null)[]> {
  const list = await screen.findByRole('listbox')
  return within(list)
    .getAllByRole('option')
    .map((line) => line.textContent)
}

/** The line that the field says is active: what a screen reader reads. */
function activeLine(): HTMLElement | null {
  return document.querySelector(`[id="${field().getAttribute('aria-activedescendant')}"]`)
}
