import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../src/app/data/database.ts'
import { endPractice, practiceDatabase } from '../../../src/app/data/practice.ts'
import { beginPractice, isPractising } from '../../../src/app/data/practising.ts'
import { PracticeApp } from '../../../src/app/shell/practice/PracticeApp.tsx'
import { useNavigation } from '../../../src/app/shell/use-navigation.ts'
import { PageFrameProvider } from '../../../src/app/ui/page-frame.ts'
import { aPerson } from '../../builders/a-person.ts'
import { standInForScreen } from '../app-on-device.tsx'
import { accessibilityViolations } from '../ui/accessibility-violations.ts'

const person = aPerson()

afterEach(async () => {
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  await endPractice(person)
  await openDatabase(person.id).delete()
  vi.unstubAllGlobals()
})

function Practice() {
  const navigation = useNavigation()
  return (
    <PageFrameProvider
      value={{
        aside: null,
        notice: null,
        vitalNotice: null,
        isArrival: navigation.isArrival,
        goBack: navigation.goBack,
      }}
    >
      <PracticeApp person={person} navigation={navigation} />
    </PageFrameProvider>
  )
}

test('everything works over examples, says on every screen that it is practice, and asks no server for anything', async () => {
  const fetch = vi.fn<(path: string) => Promise<never>>(() =>
    Promise.reject(new Error('practice asks nobody')),
  )
  vi.stubGlobal('fetch', fetch)
  standInForScreen()
  const user = userEvent.setup()
  render(<Practice />)
  await screen.findByRole('heading', { level: 2, name: 'Derniers comptes rendus' })
  expect(screen.getByRole('complementary', { name: 'Entraînement' })).toHaveTextContent(
    /rien n’est envoyé ni compté/,
  )
  expect(await accessibilityViolations(document.body)).toEqual([])

  await user.click(screen.getAllByRole('link', { name: 'Compte rendu' })[0] ?? document.body)
  await user.click(await screen.findByRole('radio', { name: '30\u00A0min' }))
  await user.click(await screen.findByRole('checkbox', { name: 'E-mail' }))
  expect(screen.getByRole('complementary', { name: 'Entraînement' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { level: 1, name: 'Activités' })

  expect(await practiceDatabase(person).report.count()).toBe(4)
  expect(await openDatabase(person.id).report.count()).toBe(0)
  expect(fetch.mock.calls.flat().map(String)).not.toContainEqual(expect.stringContaining('/api/sync'))
})

test('leaving erases what was typed, and the next start is the real one', async () => {
  beginPractice()
  expect(isPractising()).toBe(true)
  const db = practiceDatabase(person)
  await db.meta.put({ k: 'x', value: 1 })
  db.close()
  await endPractice(person)
  expect(isPractising()).toBe(false)
  await waitFor(async () => expect(await practiceDatabase(person).meta.count()).toBe(0))
})
