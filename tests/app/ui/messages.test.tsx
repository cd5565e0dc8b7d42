import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Button } from '../../../src/app/ui/Button.tsx'
import { Dialog } from '../../../src/app/ui/Dialog.tsx'
import { Disclosure } from '../../../src/app/ui/Disclosure.tsx'
import { EmptyState } from '../../../src/app/ui/EmptyState.tsx'
import { Loading } from '../../../src/app/ui/Loading.tsx'
import { Notice } from '../../../src/app/ui/Notice.tsx'
import { StateMark } from '../../../src/app/ui/StateMark.tsx'
import { UndoBar } from '../../../src/app/ui/UndoBar.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

test.each([
  { tone: 'info', role: 'status', word: 'Information' },
  { tone: 'good', role: 'status', word: 'C’est fait' },
  { tone: 'warn', role: 'status', word: 'Attention' },
  { tone: 'bad', role: 'alert', word: 'Erreur' },
] as const)(
  'a notice $tone is announced as $role, with a word besides its colour',
  async ({ tone, role, word }) => {
    render(
      <Notice tone={tone} title="Reconnectez-vous.">
        Rien n’est perdu.
      </Notice>,
    )
    expect(screen.getByRole(role)).toHaveTextContent(`${word} : Reconnectez-vous.Rien n’est perdu.`)
    expect(await accessibilityViolations()).toEqual([])
  },
)

test('a notice that was there when the page opened isn’t announced', () => {
  render(<Notice title="Version de démonstration" announce="never" />)
  expect(screen.queryByRole('status')).not.toBeInTheDocument()
})

test('a notice can be closed', async () => {
  const dismiss = vi.fn<() => void>()
  render(<Notice title="C’est envoyé." onDismiss={dismiss} />)
  await userEvent.click(screen.getByRole('button', { name: 'Fermer ce message' }))
  expect(dismiss).toHaveBeenCalledOnce()
})

describe('the bar to undo', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const message = { id: '1', text: 'Compte rendu enregistré.' }

  test('announces what was done, in a region that was already there', () => {
    const { rerender } = render(<UndoBar message={null} onDismiss={vi.fn<() => void>()} />)
    const region = screen.getByRole('status')
    expect(region).toBeEmptyDOMElement()
    rerender(<UndoBar message={message} onDismiss={vi.fn<() => void>()} />)
    expect(region).toHaveTextContent('Compte rendu enregistré.')
  })

  test('stays ten seconds', () => {
    const dismiss = vi.fn<() => void>()
    render(<UndoBar message={message} onDismiss={dismiss} />)
    elapse(9_999)
    expect(dismiss).not.toHaveBeenCalled()
    elapse(1)
    expect(dismiss).toHaveBeenCalledOnce()
  })

  test('stays as long as one points at it or has the focus in it', () => {
    const dismiss = vi.fn<() => void>()
    render(<UndoBar message={message} onDismiss={dismiss} seconds={2} />)
    const close = screen.getByRole('button', { name: 'Fermer' })
    act(() => close.focus())
    elapse(60_000)
    expect(dismiss).not.toHaveBeenCalled()
    act(() => close.blur())
    elapse(2_000)
    expect(dismiss).toHaveBeenCalledOnce()
  })

  test('begins again for another message', () => {
    const dismiss = vi.fn<() => void>()
    const { rerender } = render(<UndoBar message={message} onDismiss={dismiss} />)
    elapse(6_000)
    rerender(<UndoBar message={{ id: '2', text: 'Compte rendu supprimé.' }} onDismiss={dismiss} />)
    elapse(6_000)
    expect(dismiss).not.toHaveBeenCalled()
  })

  test('acts, then goes', () => {
    const undo = vi.fn<() => void>()
    const dismiss = vi.fn<() => void>()
    render(
      <UndoBar message={{ ...message, actions: [{ label: 'Annuler', onAct: undo }] }} onDismiss={dismiss} />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Annuler' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(dismiss).toHaveBeenCalledOnce()
  })
})

test('the bar to undo has nothing against it', async () => {
  render(<UndoBar message={{ id: '1', text: 'Enregistré.' }} onDismiss={vi.fn<() => void>()} />)
  expect(await accessibilityViolations()).toEqual([])
})

test('a dialog is named, takes the focus, and gives it back', async () => {
  render(<Question />)
  await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }))
  const dialog = screen.getByRole('dialog', { name: 'Supprimer ce compte rendu ?' })
  expect(dialog).toContainElement(document.activeElement as HTMLElement | null) // focusable, hence an HTML element
  expect(await accessibilityViolations()).toEqual([])
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Supprimer' })).toHaveFocus()
})

test('a dialog is closed by its cross', async () => {
  render(<Question />)
  await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }))
  await userEvent.click(screen.getByRole('button', { name: 'Fermer' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('what is folded is unfolded by its summary, and its state belongs to the caller', async () => {
  const toggle = vi.fn<(open: boolean) => void>()
  const { rerender } = render(<Folded open={false} onToggle={toggle} />)
  await userEvent.click(screen.getByText('Préciser'))
  await waitFor(() => expect(toggle).toHaveBeenCalledExactlyOnceWith(true))
  rerender(<Folded open onToggle={toggle} />)
  expect(screen.getByRole('group')).toHaveAttribute('open')
  expect(await accessibilityViolations()).toEqual([])
})

test.each([
  ['draft', 'Brouillon'],
  ['on-device', 'Enregistré sur cet appareil'],
  ['sent', 'Envoyé'],
  ['to-correct', 'À corriger'],
  ['two-versions', 'Deux versions'],
] as const)('the state %s is an icon and the words %s', (state, words) => {
  const { container } = render(<StateMark state={state} />)
  expect(container).toHaveTextContent(new RegExp(`^${words}$`))
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
})

test('a wait says that it is for the server, and how old what is shown is', async () => {
  render(<Loading since="Dernière mise à jour : hier." />)
  expect(screen.getByRole('status')).toHaveTextContent('Demande au serveur… Dernière mise à jour : hier.')
  expect(await accessibilityViolations()).toEqual([])
})

test('an empty list says so, and what to do', async () => {
  render(
    <EmptyState icon="list" title="Aucun compte rendu" action={<Button>Compte rendu</Button>}>
      Ils apparaîtront ici.
    </EmptyState>,
  )
  expect(screen.getByText('Aucun compte rendu')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Compte rendu' })).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

/** Lets time go by, in milliseconds. */
function elapse(time: number): void {
  act(() => {
    vi.advanceTimersByTime(time)
  })
}

function Question() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Supprimer</Button>
      <Dialog open={open} title="Supprimer ce compte rendu ?" onClose={() => setOpen(false)}>
        Il ne sera plus compté.
      </Dialog>
    </>
  )
}

function Folded({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  return (
    <Disclosure summary="Préciser" detail="autonomie, matériel" open={open} onToggle={onToggle}>
      Le reste
    </Disclosure>
  )
}
