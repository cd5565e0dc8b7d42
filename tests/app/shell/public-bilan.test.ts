import { expect, test } from 'vitest'
import { publicBilanSchema, type PublicBilan } from '../../../src/domain/access/public-link.ts'
import { drawPublicPage } from '../../../src/app/shell/public-bilan/draw.tsx'

const period = { from: '2026-10-01', to: '2026-10-31' }

function aBilan(fields: Partial<PublicBilan> = {}): PublicBilan {
  return publicBilanSchema.parse({
    model: 'bilan',
    title: 'Notre automne',
    words: '',
    blocks: ['thematiques', 'communes'],
    owner: 'advisor',
    of: { structures: [], communes: [] },
    figures: {
      countedAt: '2026-11-23T10:00:00.000Z',
      period,
      totals: {
        activities: 30,
        accompaniments: 40,
        beneficiaries: { named: null, anonymous: null, total: 38 },
        newOnes: 12,
        minutes: { accompaniment: 1200, rest: 0, total: 1200 },
        eventParticipants: 0,
      },
      weights: { 'theme:email': [20, 28, 600], 'duree:30': [30, 40, 1200], 'commune:09261': [20, 28, 600] },
      traits: { 'age:soixante_dix_plus': 20 },
      hidden: ['theme:sante'],
      delay: { activities: 30, median: 0 },
      step: 'semaine',
      bars: [{ ...period, accompaniments: null, activities: null }],
      communes: { '09261': 'Saint-Girons' },
      hasHiddenCommunes: true,
    },
    endsOn: '2027-02-23',
    isDemonstration: false,
    ...fields,
  })
}

const draws = (fields?: Partial<PublicBilan>) => drawPublicPage({ kind: 'bilan', bilan: aBilan(fields) })

/** What is read, without what it is made of. */
function read(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.replaceAll('\u00A0', ' ')
}

test('the page is a whole document in French that no search engine keeps, without a script', () => {
  const html = draws()
  expect(html).toMatch(/^<!doctype html><html lang="fr">/)
  expect(html).toContain('<title>Notre automne</title>')
  expect(html).toContain('<meta name="robots" content="noindex, nofollow, noarchive"/>')
  expect(html).not.toMatch(/<script|javascript:|\son\w+=/)
})

test('what an author writes is text and nothing else', () => {
  const words = '<script>alert(1)</script>\n<a href="https://autre.example">ici</a> & « là »'
  const html = draws({ title: '<img src=x onerror=alert(1)>', words })
  expect(html).not.toMatch(/<script|<a href="https|<img src="?x/)
  expect(read(html)).toContain(words)
})

test('only what was chosen is shown, and what is hidden says so', () => {
  const html = read(draws())
  expect(html).toMatch(/ThématiquesE?.*E-mail 28 · 70 %.*Masqué : Santé/s)
  expect(html).toMatch(/Saint-Girons 28 · 70 %Masqué : d’autres communes/)
  expect(html).toMatch(/dont suivis masqués, anonymes masqués, 12 nouveaux/)
  expect(html).not.toMatch(/Durées|30 à 59 min|Âge|au fil du temps/)
  expect(read(draws({ blocks: ['temps-qui-passe'] }))).toMatch(/– : masqué/)
})

test('whose it is is said without a name, and with those of the structure and the commune where they were chosen', () => {
  expect(read(draws())).toContain('Un poste de conseiller numérique')
  const of = { structures: ['Mairie de Saint-Girons'], communes: ['Saint-Girons'] }
  expect(read(draws({ owner: 'structure', of }))).toContain('Mairie de Saint-Girons, Saint-Girons')
  expect(read(draws({ owner: 'structure' }))).toContain('Une structure d’accueil de conseillers numériques')
})

test('it says who counted, when, what is hidden and until when it is open', () => {
  const html = read(draws({ isDemonstration: true }))
  expect(html).toContain('Activité en octobre 2026')
  expect(html).toContain('Chiffres comptés par Espace Coop le lundi 23 novembre 2026')
  expect(html).toContain('un nombre de une à quatre personnes n’est pas montré')
  expect(html).toContain('Page ouverte jusqu’au mardi 23 février 2027.')
  expect(html).toContain('Démonstration : données inventées.')
})

test('of too few people the page says that it tells nothing', () => {
  const { figures } = aBilan()
  const nothing = {
    activities: null,
    accompaniments: null,
    beneficiaries: { named: null, anonymous: null, total: null },
    newOnes: null,
    minutes: null,
    eventParticipants: null,
  }
  const html = read(draws({ figures: { ...figures, totals: nothing, weights: {}, hidden: [] } }))
  expect(html).toContain('Moins de cinq personnes ont été accompagnées : aucun chiffre n’est montré.')
  expect(html).not.toMatch(/Thématiques|\d+ · /)
})

test('a link that shows nothing says the same, whatever the reason', () => {
  const html = drawPublicPage({ kind: 'none' })
  expect(read(html)).toMatch(/^Espace CoopCe lien n’existe pas ou n’est plus ouvert/)
  expect(html).toContain('noindex')
})
