import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sessionStore } from '../../../src/app/data/session-store.ts'
import { App } from '../../../src/app/shell/App.tsx'
import { expectSignIn } from '../../../src/app/shell/session/expected-sign-in.ts'
import { openSession } from '../../../src/app/shell/session/open-session.ts'
import type { SignedInPerson } from '../../../src/domain/access/signed-in-person.ts'
import { standInForScreen } from '../app-on-device.tsx'
import { accessibilityViolations } from '../ui/accessibility-violations.ts'
import { aPerson } from '../../builders/a-person.ts'

const awa = aPerson()
const chantal = aPerson({ givenName: 'Chantal', familyName: 'Rouch' })
const signedOut = new Response(
  JSON.stringify({ type: 'about:blank', title: 'x', status: 401, code: 'unauthenticated' }),
  { status: 401, headers: { 'content-type': 'application/problem+json' } },
)

beforeEach(() => {
  standInForScreen()
  sessionStore.change({ person: null, state: null, other: null })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('nobody remembered', () => {
  test('asks to sign in, and comes back to the page that was asked for', async () => {
    opens('/activites', signedOut)
    expect(await screen.findByRole('link', { name: 'Se connecter' })).toHaveAttribute(
      'href',
      '/auth/sign-in?return=%2Factivites',
    )
    await waitFor(() => expect(document.title).toBe('Connexion – Espace Coop'))
    expect(await accessibilityViolations()).toEqual([])
  })

  test.each([
    ['unknown-person', 'Votre adresse n’est pas encore connue d’Espace Coop.'],
    ['issuer-unavailable', 'Le service de connexion ne répond pas.'],
    ['un-code-inconnu', 'La connexion n’a pas abouti.'],
    ['toString', 'La connexion n’a pas abouti.'],
  ])('an error of sign-in is said in the words of the catalogue: %s', async (code, sentence) => {
    opens(`/connexion?erreur=${code}`, signedOut)
    expect(await screen.findByText(sentence)).toBeVisible()
  })

  test.each([
    ['/mentions-legales', 'Mentions légales'],
    ['/donnees-personnelles', 'Données personnelles'],
    ['/accessibilite', 'Accessibilité'],
    ['/aide', 'Aide et contact'],
  ])('%s is open to everybody', async (address, title) => {
    opens(address, signedOut)
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible()
  })
})

describe('somebody remembered', () => {
  beforeEach(() => remember(awa))

  test('opens at once, without waiting for the server', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    starts('/')
    expect(await screen.findByRole('heading', { level: 1, name: 'Accueil' })).toBeVisible()
    expect(screen.getByRole('navigation', { name: 'Navigation principale' })).toBeVisible()
  })

  test('works on when the session has ended, and is told to sign in again to send', async () => {
    opens('/', signedOut)
    expect(await screen.findByText('Reconnectez-vous pour envoyer.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Compte rendu' })).toBeVisible()
  })

  test('I16 keeps their own space while another person’s session is open, and says whose it is', async () => {
    opens('/', session(chantal))
    const adopt = await screen.findByRole('button', { name: 'Ouvrir l’espace de Chantal' })
    expect(sessionStore.current().person).toEqual(awa)
    await userEvent.click(adopt)
    await waitFor(() => expect(sessionStore.current().person).toEqual(chantal))
  })

  test('whoever comes back from the issuer finds their own space without being asked', async () => {
    expectSignIn()
    opens('/', session(chantal))
    await waitFor(() => expect(sessionStore.current().person).toEqual(chantal))
    expect(screen.queryByText('Ouvrir l’espace de Chantal')).toBeNull()
  })

  test('an address that doesn’t exist says so, and leads home', async () => {
    opens('/nulle-part', session(awa))
    expect(await screen.findByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Revenir à l’accueil' })).toHaveAttribute('href', '/')
  })
})

describe('keys alone', () => {
  beforeEach(() => {
    remember(awa)
    opens('/', session(awa))
  })

  test('n begins a report, but not while one types', async () => {
    await screen.findByRole('heading', { level: 1, name: 'Accueil' })
    await userEvent.keyboard('n')
    expect(await screen.findByRole('heading', { level: 1, name: 'Compte rendu' })).toBeVisible()
    await userEvent.click(screen.getByText('Préciser'))
    await userEvent.type(await screen.findByLabelText('Note'), 'non')
    expect(screen.getByLabelText('Note')).toHaveValue('non')
  })

  test('? tells the others, and Escape closes it', async () => {
    await screen.findByRole('heading', { level: 1, name: 'Accueil' })
    await userEvent.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Raccourcis du clavier' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Fermer' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

test('on arriving from another page the title has the focus, and the tab says its name', async () => {
  remember(awa)
  opens('/', session(awa))
  await userEvent.click(await screen.findByRole('link', { name: 'Activités' }))
  const title = await screen.findByRole('heading', { level: 1, name: 'Activités' })
  // Both come by an effect of the page, which may run after it is there.
  await waitFor(() => expect(title).toHaveFocus())
  await waitFor(() => expect(document.title).toBe('Activités – Espace Coop'))
})

function remember(person: SignedInPerson): void {
  localStorage.setItem('espace-coop:person', JSON.stringify(person))
}

function session(person: SignedInPerson): Response {
  return new Response(JSON.stringify(person), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  })
}

/** Opens the app at an address, where the server answers this when asked whose session it is. */
function opens(address: string, answer: Response): void {
  vi.stubGlobal('fetch', (input: string) =>
    input === '/api/session' ? Promise.resolve(answer.clone()) : Promise.reject(new TypeError('offline')),
  )
  starts(address)
}

function starts(address: string): void {
  history.replaceState(null, '', address)
  openSession(window)
  render(<App />)
}
