import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Membership } from '../../../../src/domain/access/signed-in-person.ts'
import { addDays, type CalendarDay } from '../../../../src/domain/calendar-day.ts'
import { confirmedKitFact } from '../../../../src/domain/commitments/kit/confirmed-kit-fact.ts'
import type { KitFact } from '../../../../src/domain/commitments/kit/kit-fact.ts'
import { documentIdSchema, type ScopeId } from '../../../../src/domain/ids.ts'
import type { JsonObject } from '../../../../src/domain/json.ts'
import { fetchOwnKit, fetchStructureKit, sayKitForStructure } from '../../../../src/app/data/kit.ts'
import { todayHere } from '../../../../src/app/data/today.ts'
import { anApp, type AppOnDevice } from '../../app-on-device.tsx'
import { accessibilityViolations } from '../../ui/accessibility-violations.ts'
import { aHandOver, anAskedOutfit, aSize, aTakingBack, aTold } from '../../../builders/a-kit-fact.ts'
import { awasScope, brunosScope, ours } from '../../../builders/a-post-fact.ts'

vi.mock('../../../../src/app/data/kit.ts', async (original) => ({
  ...(await original<object>()),
  fetchStructureKit: vi.fn<typeof fetchStructureKit>(),
  fetchOwnKit: vi.fn<typeof fetchOwnKit>(),
  sayKitForStructure: vi.fn<typeof sayKitForStructure>(),
}))

const today = todayHere()
const townHall: Membership = {
  structureId: ours,
  structureName: 'Mairie de Saint-Girons',
  role: 'responsable',
}
const page = `/structure/${ours}/equipement`
let app: AppOnDevice

beforeEach(() => {
  vi.resetAllMocks()
  app = anApp({ scopes: [], memberships: [townHall] })
  vi.mocked(sayKitForStructure).mockResolvedValue({ ok: true })
})

function structureReads(
  facts: readonly KitFact[],
  sizes: readonly KitFact[] = [],
  ends: CalendarDay | null = null,
  names: readonly (readonly [ScopeId, string])[] = [[awasScope, 'Awa Diallo']],
): void {
  const contracts = [{ starts: addDays(today, -100), ends }]
  const people = names.map(([scope, name]) => ({ scope, role: 'advisor' as const, name, contracts }))
  const said = facts.map((fact) => ({ fact, byName: 'Chantal Rouch' }))
  vi.mocked(fetchStructureKit).mockResolvedValue({ ok: true, figures: { people, said, sizes } })
}

function awaReads(facts: readonly KitFact[], ends: CalendarDay | null = null): void {
  const worked = [{ starts: addDays(today, -100), ends }]
  const place = { structureId: ours, structureName: 'Mairie de Saint-Girons' }
  const own = { scope: awasScope, ...place, contracts: worked }
  const said = facts.map((fact) => ({ fact, byName: 'Chantal Rouch' }))
  vi.mocked(fetchOwnKit).mockResolvedValue({ ok: true, figures: { structures: [{ ...own, said }] } })
}

const computerTitle = /^Ordinateur «\sPC-12\s»$/
const computer = () => aHandOver(addDays(today, -30), { label: 'PC-12', serial: 'SN-9' })

test('a structure sees what each has, what is missing and since when', async () => {
  structureReads([computer()], [aSize(addDays(today, -30), 'L')])
  app.opens(page)
  expect((await screen.findAllByText(computerTitle))[0]).toBeVisible()
  expect(screen.getByText('À confirmer')).toBeVisible()
  expect(screen.getAllByText(/^manque depuis 100\sjours$/)).toHaveLength(2)
  expect(screen.getByText(/Taille L\./)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('who only reads says nothing, and sees no size', async () => {
  app = anApp({ scopes: [], memberships: [{ ...townHall, role: 'lecteur' }] })
  structureReads([computer(), anAskedOutfit(addDays(today, -5))])
  app.opens(page)
  await screen.findByText(computerTitle)
  expect(screen.queryByRole('button', { name: /Remettre|Rendu|Demander/ })).toBeNull()
  expect(screen.queryByText(/Taille/)).toBeNull()
  expect(fetchStructureKit).toHaveBeenCalledWith({ structure: ours, orders: false })
})

test('a thing is handed over with its label, its number and its state, once all is there', async () => {
  structureReads([])
  app.opens(page)
  await app.user.click(await screen.findByRole('button', { name: 'Remettre un ordinateur à Awa Diallo' }))
  const dialog = await screen.findByRole('dialog')
  await app.user.click(within(dialog).getByRole('button', { name: 'Noter la remise' }))
  expect(within(dialog).getByText('Donnez-lui un nom ou un numéro d’inventaire.')).toBeVisible()
  expect(sayKitForStructure).not.toHaveBeenCalled()
  await app.user.type(within(dialog).getByLabelText(/Nom ou numéro/), 'PC-20')
  await app.user.click(within(dialog).getByRole('button', { name: 'Noter la remise' }))
  await waitFor(() => expect(sayKitForStructure).toHaveBeenCalledOnce())
  const [, said] = vi.mocked(sayKitForStructure).mock.calls[0] ?? []
  expect(said).toMatchObject({
    scope: awasScope,
    says: { kind: 'handed', equipment: 'ordinateur', label: 'PC-20', wear: 'neuf', day: today },
  })
})

test('a hand-over that was noted wrong is corrected, and who has it is to confirm it again', async () => {
  const handed = computer()
  const received = aTold('received', handed, addDays(today, -29), { confirms: handed.id })
  structureReads([handed, received])
  app.opens(page)
  await app.user.click((await screen.findAllByText('Historique'))[0] ?? document.body)
  await app.user.click(await screen.findByRole('button', { name: /^Corriger Ordinateur.*remis/ }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/^Awa Diallo devra confirmer à nouveau sa réception\./)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
  await app.user.clear(within(dialog).getByLabelText(/Numéro de série/))
  await app.user.type(within(dialog).getByLabelText(/Numéro de série/), 'SN-7')
  const right = aHandOver(handed.day, { item: handed.item, serial: 'SN-7', replaces: handed.id })
  structureReads([handed, received, right])
  await app.user.click(within(dialog).getByRole('button', { name: 'Enregistrer la correction' }))
  expect(await screen.findByText('Corrigé, à confirmer')).toBeVisible()
  expect(vi.mocked(sayKitForStructure).mock.calls[0]?.[1]).toMatchObject({
    scope: awasScope,
    says: { kind: 'handed', replaces: handed.id, item: handed.item, serial: 'SN-7', label: 'PC-12' },
  })
  const history = await screen.findByRole('list', { name: 'Historique d’Awa Diallo' })
  const rows = within(history).getAllByRole('listitem')
  expect(rows.map((row) => /Correction\s:|Avant correction|Corrigé/.exec(row.textContent)?.[0])).toEqual([
    expect.stringMatching(/Correction\s:/),
    'Avant correction',
    'Corrigé',
  ])
  expect(await accessibilityViolations()).toEqual([])
})

test('what was noted to the wrong person is corrected to the other', async () => {
  const handed = computer()
  structureReads([handed], [], null, [
    [awasScope, 'Awa Diallo'],
    [brunosScope, 'Bruno Ferrand'],
  ])
  app.opens(page)
  await app.user.click((await screen.findAllByText('Historique'))[0] ?? document.body)
  await app.user.click(await screen.findByRole('button', { name: /^Corriger Ordinateur.*remis/ }))
  const dialog = await screen.findByRole('dialog')
  await app.user.selectOptions(within(dialog).getByLabelText('Remis à'), 'Bruno Ferrand')
  expect(within(dialog).getByText(/ne sera plus noté au nom d’Awa Diallo, et Bruno Ferrand/)).toBeVisible()
  await app.user.click(within(dialog).getByRole('button', { name: 'Enregistrer la correction' }))
  await waitFor(() => expect(sayKitForStructure).toHaveBeenCalledOnce())
  expect(vi.mocked(sayKitForStructure).mock.calls[0]?.[1]).toMatchObject({
    scope: brunosScope,
    says: { kind: 'handed', replaces: handed.id, item: handed.item, instead: null },
  })
})

test('the day and the state of a return are corrected from the history', async () => {
  const handed = computer()
  const back = aTold('back', handed, addDays(today, -2))
  structureReads([handed, back])
  app.opens(page)
  await app.user.click(await screen.findByText('Historique'))
  await app.user.click(await screen.findByRole('button', { name: /^Corriger Ordinateur.*rendu/ }))
  const dialog = await screen.findByRole('dialog')
  await app.user.click(within(dialog).getByRole('radio', { name: 'Usé' }))
  await app.user.click(within(dialog).getByRole('button', { name: 'Enregistrer la correction' }))
  await waitFor(() => expect(sayKitForStructure).toHaveBeenCalledOnce())
  expect(vi.mocked(sayKitForStructure).mock.calls[0]?.[1].says).toMatchObject({
    kind: 'back',
    replaces: back.id,
    day: addDays(today, -2),
    wear: 'use',
  })
})

test('an outfit isn’t asked for without a size', async () => {
  structureReads([])
  app.opens(page)
  await app.user.click(await screen.findByRole('button', { name: 'Demander la tenue d’Awa Diallo' }))
  const dialog = await screen.findByRole('dialog')
  await app.user.click(within(dialog).getByRole('button', { name: 'Noter la demande' }))
  expect(within(dialog).getByText('Choisissez la taille.')).toBeVisible()
  await app.user.click(within(dialog).getByRole('radio', { name: 'XL' }))
  await app.user.click(within(dialog).getByRole('button', { name: 'Noter la demande' }))
  await waitFor(() => expect(sayKitForStructure).toHaveBeenCalledOnce())
  expect(vi.mocked(sayKitForStructure).mock.calls[0]?.[1].says).toMatchObject({
    kind: 'outfit-asked',
    size: 'XL',
    reason: 'premiere',
  })
})

test('what somebody who left still has is said first', async () => {
  structureReads([computer()], [], addDays(today, -3))
  app.opens(page)
  expect(await screen.findByText(/^1\spersonne partie a encore du matériel\.$/)).toBeVisible()
  expect(screen.getByText('Contrat terminé')).toBeVisible()
})

test('the sheet says what was handed over, with room for both to sign', async () => {
  structureReads([computer()])
  app.opens(`${page}/${awasScope}`)
  expect(await screen.findByRole('heading', { name: 'Fiche de remise d’Awa Diallo' })).toBeVisible()
  expect(await screen.findByRole('cell', { name: 'SN-9' })).toBeVisible()
  expect(screen.getByText(/Pour la structure, le/)).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

function sayings(): Promise<JsonObject[]> {
  return app.db.other
    .where({ collection: 'confirmation' })
    .toArray()
    .then((rows) => rows.filter(({ state }) => state === 'live').map(({ body }) => body))
}

test('a structure sees what was said of nothing that is noted, and what is with two people', async () => {
  const handed = computer()
  const bruno = { scope: brunosScope }
  const typedAgain = aHandOver(addDays(today, -3), { ...bruno, label: 'PC-12', serial: 'sn 9' })
  const said = [handed, typedAgain, aTold('received', handed, addDays(today, -2), bruno)]
  const both = [
    [awasScope, 'Awa Diallo'],
    [brunosScope, 'Bruno Ferrand'],
  ] as const
  structureReads(said, [], null, both)
  app.opens(page)
  expect(await screen.findByText('Un matériel est noté chez deux personnes.')).toBeVisible()
  expect(screen.getByText(/PC-12.*, Awa Diallo/)).toHaveTextContent('Bruno Ferrand')
  expect(screen.getByText(/^1\sconfirmation ne correspond à rien de noté/)).toBeVisible()
  await app.user.click(screen.getAllByText('Historique').at(-1) ?? document.body)
  expect(await screen.findByText('Ne correspond à rien de noté')).toBeVisible()
  expect(await accessibilityViolations()).toEqual([])
})

test('I1 an advisor confirms a receipt in a tap, on this device at once, and may take it back', async () => {
  app = anApp({ memberships: [] })
  const handed = computer()
  awaReads([handed])
  app.opens('/equipement')
  await app.user.click(await screen.findByRole('button', { name: /Je l’ai reçu/ }))
  expect(await screen.findByText(/^PC-12\s: reçu\.$/)).toBeVisible()
  expect((await screen.findAllByText('Enregistré sur cet appareil'))[0]).toBeVisible()
  expect(screen.getByText(/^Confirmé le/)).toBeVisible()
  expect(await sayings()).toMatchObject([
    { about: 'kit', kind: 'received', item: handed.item, day: today, confirms: handed.id },
  ])
  expect(await app.db.outbox.toArray()).toMatchObject([{ collection: 'confirmation', scope: awasScope }])
  await app.user.click(await screen.findByRole('button', { name: 'Annuler' }))
  expect(await screen.findByText('À confirmer')).toBeVisible()
  // Never sent: nothing is left of it to send.
  expect([await sayings(), await app.db.outbox.count()]).toEqual([[], 0])
  expect(await accessibilityViolations()).toEqual([])
})

test('what the structure corrected is asked for again, beside what it said before', async () => {
  app = anApp({ memberships: [] })
  const handed = computer()
  const right = aHandOver(addDays(today, -30), { item: handed.item, label: 'PC-21', replaces: handed.id })
  awaReads([handed, aTold('received', handed, addDays(today, -29), { confirms: handed.id }), right])
  app.opens('/equipement')
  expect(await screen.findByText('Corrigé, à confirmer')).toBeVisible()
  expect(screen.getByText(/Avant correction\s: Ordinateur «\sPC-12\s», N°\sSN-9/)).toBeVisible()
  await app.user.click(screen.getByRole('button', { name: /Je l’ai reçu/ }))
  expect(await screen.findByText(/^Confirmé le/)).toBeVisible()
  expect(await sayings()).toMatchObject([{ kind: 'received', confirms: right.id }])
  expect(await accessibilityViolations()).toEqual([])
})

test('who confirmed what wasn’t theirs reads that it was taken back', async () => {
  app = anApp({ memberships: [] })
  const handed = computer()
  awaReads([handed])
  app.opens('/equipement')
  await app.user.click(await screen.findByRole('button', { name: /Je l’ai reçu/ }))
  await screen.findByText(/^Confirmé le/)
  awaReads([handed, aTakingBack(handed)])
  app.opens('/equipement')
  await app.user.click((await screen.findAllByText('Ce que vous avez confirmé')).at(-1) ?? document.body)
  const words = await screen.findByText('Remise retirée depuis')
  expect(words.closest('li')).toHaveTextContent(/Ordinateur «\sPC-12\s» reçu/)
  expect(screen.getByText('Aucun matériel n’est noté à votre nom.')).toBeVisible()
})

test('what was sent is taken back later, and stays so whatever the server told before', async () => {
  app = anApp({ memberships: [] })
  const handed = computer()
  awaReads([handed])
  app.opens('/equipement')
  await app.user.click(await screen.findByRole('button', { name: /Je l’ai reçu/ }))
  await screen.findByText(/^Confirmé le/)
  const [op] = await app.db.outbox.toArray()
  await app.db.outbox.toCollection().modify({ frozen: true })
  // The server tells it by now.
  const told = confirmedKitFact({ id: documentIdSchema.parse(op?.id), scope: awasScope, body: op?.set })
  if (!told) throw new Error('a receipt was said')
  awaReads([handed, told])
  app.opens('/equipement')
  await app.user.click((await screen.findAllByText('Ce que vous avez confirmé')).at(-1) ?? document.body)
  const list = (await screen.findAllByRole('list', { name: /^Ce que vous avez confirmé/ })).at(-1)
  expect(within(list ?? document.body).getAllByRole('listitem')).toHaveLength(1)
  await app.user.click(within(list ?? document.body).getByRole('button', { name: /^Retirer Ordinateur/ }))
  expect((await screen.findAllByText('À confirmer')).at(-1)).toBeVisible()
  expect(await sayings()).toEqual([])
})

test('an advisor says their size, and confirms what the structure says came back, of its day', async () => {
  app = anApp({ memberships: [] })
  const handed = computer()
  awaReads([handed, aTold('back', handed, addDays(today, -2))])
  app.opens('/equipement')
  await app.user.click(await screen.findByRole('button', { name: /Oui, je l’ai rendu/ }))
  await waitFor(async () =>
    expect(await sayings()).toMatchObject([{ kind: 'back', day: addDays(today, -2) }]),
  )
  await app.user.selectOptions(screen.getByLabelText(/Ma taille/), 'M')
  await waitFor(async () => expect(await sayings()).toHaveLength(2))
  expect(await sayings()).toContainEqual(expect.objectContaining({ kind: 'size', size: 'M' }))
  await waitFor(() => expect(screen.getByLabelText(/Ma taille/)).toHaveValue('M'))
})

test('what one has is read and confirmed without network, as it was last kept', async () => {
  app = anApp({ memberships: [] })
  awaReads([computer()])
  app.opens('/equipement')
  await screen.findAllByText(computerTitle)
  vi.mocked(fetchOwnKit).mockResolvedValue({ ok: false, reason: 'offline' })
  app.opens('/equipement')
  expect(await screen.findByText(/la dernière liste gardée sur cet appareil/)).toBeVisible()
  expect((await screen.findAllByText(computerTitle)).length).toBeGreaterThan(0)
  await app.user.click(
    (await screen.findAllByRole('button', { name: /Je l’ai reçu/ })).at(-1) ?? document.body,
  )
  expect((await screen.findAllByText(/^Confirmé le/)).length).toBeGreaterThan(0)
  expect(await sayings()).toHaveLength(1)
})

test('ninety days after the last contract nothing is confirmed any more, and it is said', async () => {
  app = anApp({ memberships: [] })
  awaReads([computer()], addDays(today, -91))
  app.opens('/equipement')
  expect(await screen.findByText(/terminé depuis plus de 90\sjours/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /Je l’ai reçu/ })).toBeNull()
})
