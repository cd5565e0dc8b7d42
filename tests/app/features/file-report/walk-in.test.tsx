import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { addPlace } from '../../../../src/app/data/places.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'

let app: AppOnDevice
let lieuId: string

beforeEach(async () => {
  app = anApp()
  const [scope] = app.person.scopes
  if (!scope) throw new Error('Awa files reports')
  lieuId = await addPlace(app.db, scope.scope, { name: 'Médiathèque', commune: '09261' })
})

const theme = () => screen.findByRole('checkbox', { name: 'E-mail' })
const duration = () => screen.findByRole('button', { name: /30\u00A0min/ })

test('ten walk-ins take 22 taps from the home screen, and are ten reports', async () => {
  await app.files()
  app.opens('/')
  const taps = [
    () => screen.findByRole('link', { name: /Permanence/ }),
    ...Array.from({ length: 10 }, () => [theme, duration]).flat(),
    () => screen.findByRole('link', { name: 'Terminer' }),
  ]
  expect(taps).toHaveLength(22)
  for (const target of taps) await app.user.click(await target())
  await screen.findByRole('heading', { level: 1, name: 'Activités' })
  const rows = (await app.db.report.toArray()).filter(({ body }) => body['filedOn'] === todayHere())
  expect(rows).toHaveLength(10)
  for (const { body } of rows) {
    expect(body).toMatchObject({
      kind: 'individuel',
      date: todayHere(),
      minutes: 30,
      place: { kind: 'lieu_activite', lieuId },
      themes: ['email'],
      beneficiary: { kind: 'anonyme' },
    })
  }
})

test('a duration without a theme files nothing, and says what is missing', async () => {
  app.opens('/permanence')
  await app.user.click(await duration())
  expect(await screen.findByText('Choisissez au moins une thématique.')).toBeVisible()
  expect(await app.db.report.count()).toBe(0)
})

test('taps that are quicker than the device file neither nothing nor twice', async () => {
  app.opens('/permanence')
  await app.user.click(await theme())
  const half = await duration()
  const browsing = screen.getByRole('checkbox', { name: 'Navigation sur internet' })
  // All before the first report is saved: twice on one duration, then the next person.
  for (const target of [half, half, browsing, half]) fireEvent.click(target)
  await screen.findByText('2 comptes rendus enregistrés')
  const themes = (await app.db.report.toArray()).map(({ body }) => body['themes'])
  expect(themes).toHaveLength(2)
  expect(themes).toEqual(expect.arrayContaining([['email'], ['navigation_sur_internet']]))
})

test('what was filed in one tap is taken back in one, and what was chosen is there again', async () => {
  app.opens('/permanence')
  await app.user.click(await theme())
  await app.user.click(await duration())
  await screen.findByText('1 compte rendu enregistré')
  await app.user.click(await screen.findByRole('button', { name: 'Annuler' }))
  await screen.findByText('Aucun compte rendu pour l’instant.')
  expect((await app.db.report.toArray()).filter(({ state }) => state === 'live')).toEqual([])
  expect(await theme()).toBeChecked()
})

test('each report filed can be opened, and nothing bars the way to anybody', async () => {
  app.opens('/permanence')
  await app.user.click(await theme())
  await app.user.click(await duration())
  const here = within(await screen.findByRole('region', { name: 'Cette permanence' }))
  expect(await here.findByRole('link', { name: /E-mail/ })).toBeVisible()
  expect(await accessibilityViolations(document.body)).toEqual([])
})
