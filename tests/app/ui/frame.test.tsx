import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { expect, test } from 'vitest'
import { Icon } from '../../../src/app/ui/Icon.tsx'
import { iconPaths, type IconName } from '../../../src/app/ui/icon-paths.ts'
import { PageHeader } from '../../../src/app/ui/PageHeader.tsx'
import { Prose } from '../../../src/app/ui/Prose.tsx'
import { Row } from '../../../src/app/ui/Row.tsx'
import { SkipLink } from '../../../src/app/ui/SkipLink.tsx'
import { Stack } from '../../../src/app/ui/Stack.tsx'
import { StateMark } from '../../../src/app/ui/StateMark.tsx'
import { VisuallyHidden } from '../../../src/app/ui/VisuallyHidden.tsx'
import { SpecimenPage } from '../../../src/app/ui/specimen/SpecimenPage.tsx'
import { accessibilityViolations } from './accessibility-violations.ts'

test('the name of a page is its first heading, can take the focus, and goes back', async () => {
  const title = createRef<HTMLHeadingElement>()
  render(
    <PageHeader
      title="Compte rendu"
      back={{ href: '/activites' }}
      aside={<StateMark state="draft" />}
      lead="Un accompagnement individuel."
      titleRef={title}
    />,
  )
  title.current?.focus()
  expect(screen.getByRole('heading', { level: 1, name: 'Compte rendu' })).toHaveFocus()
  expect(screen.getByRole('link', { name: 'Retour' })).toHaveAttribute('href', '/activites')
  expect(screen.getByText('Brouillon')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('the skip link leads to the content', () => {
  render(
    <>
      <SkipLink />
      <main id="contenu" tabIndex={-1} />
    </>,
  )
  expect(screen.getByRole('link', { name: 'Aller au contenu' })).toHaveAttribute('href', '#contenu')
})

test('words can be for those who listen only', () => {
  render(<VisuallyHidden as="h2">Filtres</VisuallyHidden>)
  expect(screen.getByRole('heading', { level: 2, name: 'Filtres' })).toBeInTheDocument()
})

// The keys of a constant object are its own names.
test.each(Object.keys(iconPaths) as IconName[])('the icon %s is drawn, and never announced', (name) => {
  const { container } = render(<Icon name={name} />)
  expect(container.querySelector('path')).toHaveAttribute('d', expect.stringMatching(/^M[\d.\sa-zA-Z-]+$/))
  expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true')
})

test('layouts and texts add nothing to what is read', () => {
  render(
    <Stack>
      <Row>Un</Row>
      <Prose>
        <h2>Deux</h2>
      </Prose>
    </Stack>,
  )
  expect(document.body).toHaveTextContent('UnDeux')
  expect(screen.getByRole('heading', { name: 'Deux' })).toBeVisible()
})

test('the page of specimens has nothing against it', async () => {
  render(<SpecimenPage />)
  expect(screen.getByRole('main')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})
