import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from '../../../src/app/ui/Button.tsx'
import { ButtonLink } from '../../../src/app/ui/ButtonLink.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

test('a button acts by touch, Enter and Space', async () => {
  const act = vi.fn<() => void>()
  render(<Button onClick={act}>Enregistrer</Button>)
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await userEvent.keyboard('{Enter} ')
  expect(act).toHaveBeenCalledTimes(3)
})

test('a button submits its form only when asked to', async () => {
  const submit = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  render(
    <form onSubmit={(event) => submit(event.nativeEvent)}>
      <Button>Ajouter un lieu</Button>
      <Button type="submit">Enregistrer</Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter un lieu' }))
  expect(submit).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  expect(submit).toHaveBeenCalledOnce()
})

test('a button reduced to its icon keeps its name, and shows it as a tip', async () => {
  render(
    <Button icon="filter" iconOnly>
      Filtrer
    </Button>,
  )
  expect(screen.getByRole('button', { name: 'Filtrer' })).toHaveAttribute('title', 'Filtrer')
  expect(await accessibilityViolations()).toEqual([])
})

test('a disabled button does nothing', async () => {
  const act = vi.fn<() => void>()
  render(
    <Button onClick={act} disabled>
      Enregistrer
    </Button>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
  expect(act).not.toHaveBeenCalled()
})

test('a link that looks like a button is a link, that a router can take', async () => {
  const follow = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
  render(
    <ButtonLink href="/aide" icon="help" onClick={follow}>
      Aide
    </ButtonLink>,
  )
  const link = screen.getByRole('link', { name: 'Aide' })
  expect(link).toHaveAttribute('href', '/aide')
  await userEvent.click(link)
  expect(follow).toHaveBeenCalledOnce()
  expect(await accessibilityViolations()).toEqual([])
})
