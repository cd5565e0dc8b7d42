import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { localDayOf } from '../../../../src/domain/calendar-day.ts'
import { saveDocument } from '../../../../src/app/data/save-document.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aReportOfKind } from '../../../builders/a-report.ts'
import { aDocumentId } from '../../../builders/an-id.ts'

vi.mock('../../../../src/app/data/communes.ts', () => ({
  loadCommunes: () => Promise.reject(new Error('none')),
}))

const today = localDayOf(new Date())

async function filesWorkshop({ db, person }: AppOnDevice, fields = {}) {
  const scope = person.scopes[0]?.scope
  if (!scope) throw new Error('this person files nothing')
  const body = aReportOfKind('collectif', { date: today, filedOn: today, ...fields })
  await saveDocument(db, { scope, collection: 'report', id: aDocumentId(), body })
}

const total = async (name: string) => {
  const term = await screen.findByText(name, { selector: 'dt' })
  return within(term.parentElement ?? term)
}
const block = async (name: string) => within(await screen.findByRole('region', { name }))

describe('Chiffres', () => {
  test('says the totals of the month, how they changed, and what they are made of', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today, themes: ['email'] })
    await filesWorkshop(app, { themes: ['email', 'bureautique'], anonymous: { total: 8 } })
    app.opens('/chiffres')
    expect((await total('Accompagnements')).getByRole('link')).toHaveTextContent('9')
    expect((await total('Bénéficiaires')).getByText(/dont 0.suivi, 9.anonymes, 9.nouveaux/)).toBeVisible()
    expect((await total('Activités')).getByText(/^2 de plus \(0\)\.$/)).toBeVisible()
    const themes = await block('Thématiques')
    expect(themes.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^E-mail 9 · 100.%$/),
      expect.stringMatching(/^Bureautique 8 · 89.%$/),
    ])
  })

  test('a figure opens the list of what it counts', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today, themes: ['email'] })
    await app.files({ date: today, filedOn: today, themes: ['sante'] })
    app.opens('/chiffres')
    await app.user.click((await block('Thématiques')).getByRole('link', { name: /E-mail/ }))
    await screen.findByRole('heading', { level: 1, name: 'Activités' })
    expect(await screen.findByText(/1.compte rendu trouvé/)).toBeVisible()
  })

  test('each chart has its table', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today })
    app.opens('/chiffres')
    const kinds = await block('Types d’activité')
    await app.user.click(kinds.getByRole('button', { name: 'Voir le tableau' }))
    const rows = within(kinds.getByRole('table')).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'ValeurActivitésPart',
      expect.stringMatching(/^Accompagnement individuel1100.%$/),
    ])
  })

  test('and is copied as a table', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today })
    app.opens('/chiffres')
    const kinds = await block('Types d’activité')
    await app.user.click(kinds.getByRole('button', { name: 'Copier' }))
    expect(await kinds.findByText('Copié.')).toBeVisible()
    expect(await navigator.clipboard.readText()).toMatch(
      /^Types d’activité\tActivités\tPart\nAccompagnement individuel\t1\t100.%$/,
    )
  })

  test('is filtered by what is chosen, and follows what is filed meanwhile', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today, themes: ['email'] })
    await app.files({ date: today, filedOn: today, themes: ['sante'] })
    app.opens('/chiffres?theme=email')
    expect((await total('Activités')).getByRole('link')).toHaveTextContent('1')
    await app.files({ date: today, filedOn: today, themes: ['email'] })
    expect(await (await total('Activités')).findByRole('link', { name: '2' })).toBeVisible()
    await app.user.click(screen.getByRole('button', { name: 'Tout effacer' }))
    expect(await (await total('Activités')).findByRole('link', { name: '3' })).toBeVisible()
  })

  test('takes any dates, and says where there is nothing', async () => {
    const app = anApp()
    await app.files({ date: '2026-11-20', filedOn: '2026-11-20' })
    app.opens('/chiffres?du=2026-11-01&au=2026-11-30')
    expect((await total('Activités')).getByRole('link')).toHaveTextContent('1')
    app.opens('/chiffres?du=2026-10-01&au=2026-10-31')
    expect(await screen.findByText('Aucune activité sur cette période.')).toBeVisible()
  })

  test('passes axe', async () => {
    const app = anApp()
    await app.files({ date: today, filedOn: today })
    await filesWorkshop(app)
    app.opens('/chiffres')
    await block('Thématiques')
    expect(await accessibilityViolations(document.body)).toEqual([])
  })
})
