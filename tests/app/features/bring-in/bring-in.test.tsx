import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anApp } from '../../app-on-device.tsx'

const heads = 'Date;Durée;Lieu;Thématiques'

function aFile(...lines: string[]): File {
  return new File([[heads, ...lines].join('\n')], 'activites.csv', { type: 'text/csv' })
}

test('a file that is nothing is said to be so, and nothing is brought in', async () => {
  const app = anApp()
  app.opens('/plus/reprendre')
  await app.user.upload(await screen.findByLabelText('Fichier à reprendre'), new File(['a:b\n1:2'], 'x.csv'))
  expect(await screen.findByText(/Rien n’a été repris\./)).toBeInTheDocument()
  expect(await app.db.outbox.count()).toBe(0)
})

test('all that is held is on the page of files, and says what is private in it', async () => {
  const app = anApp()
  app.opens('/plus/exporter')
  expect(await screen.findByRole('button', { name: 'Classeur (XLSX)' })).toBeInTheDocument()
  expect(screen.getByText(/Vos notes privées sont dans le fichier/)).toBeInTheDocument()
})

test('an import that was closed in the middle is there again, and goes on', async () => {
  const app = anApp()
  const scope = app.person.scopes[0]?.scope
  if (!scope) throw new Error('this person files')
  await app.db.importPart.bulkAdd([
    { n: 0, done: 1, size: 1, documents: [], brought: [] },
    { n: 1, done: 0, size: 1, documents: [], brought: [] },
  ])
  app.opens('/plus/reprendre')
  await app.user.click(await screen.findByRole('button', { name: 'Continuer' }))
  expect(await screen.findByText(/Repris\s: 0/)).toBeInTheDocument()
  await app.user.click(screen.getByRole('button', { name: 'Terminer' }))
  expect(await screen.findByLabelText('Fichier à reprendre')).toBeInTheDocument()
})

test('a line comes, another says why not, and the same file again brings nothing', async () => {
  const app = anApp()
  const day = app.person.scopes[0]?.contracts[0]?.starts ?? '2026-11-20'
  const file = aFile(`${day};1h30;À distance;E-mail`, `${day};1,5;À distance;E-mail`)
  app.opens('/plus/reprendre')
  await app.user.upload(await screen.findByLabelText('Fichier à reprendre'), file)
  await app.user.click(await screen.findByRole('button', { name: 'Voir ce qui viendra' }))
  expect(await screen.findByText(/«\s1,5\s» n’est pas une durée/)).toBeInTheDocument()
  expect(await app.db.outbox.count()).toBe(0)
  await app.user.click(screen.getByRole('button', { name: /^Reprendre 1/ }))
  await app.user.click(await screen.findByRole('button', { name: 'Terminer' }))
  const [row] = await app.db.report.toArray()
  expect(row?.body).toMatchObject({ date: day, minutes: 90, themes: ['email'], imported: true })
  await app.user.upload(await screen.findByLabelText('Fichier à reprendre'), file)
  expect(await screen.findByText(/1\sligne est déjà là/)).toBeInTheDocument()
})
