import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signedInPersonSchema, type SignedInPerson } from '../../../src/domain/access/signed-in-person.ts'
import { randomIds } from '../../../src/server/clock-and-ids.ts'
import { provisionFile } from '../../../src/server/provisioning/provision-file.ts'
import { allTables } from '../../../src/server/store/engine-differences.ts'
import { personByEmail } from '../../../src/server/store/provisioning-people.ts'
import { signedInPerson } from '../../../src/server/store/signed-in-person.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { communeNames } from '../../../src/server/territory/commune-names.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { aClock } from '../test-app.ts'

const example = readFileSync(join(import.meta.dirname, '../../../docs/provisioning-example.csv'))
const siret = '99900001100018'
const awa = 'awa.diallo@saint-girons.example'

async function provision(store: Store, file: string | Buffer) {
  const tools = { clock: aClock(), ids: randomIds, communes: await communeNames() }
  return provisionFile(store, Buffer.from(file), tools)
}

/** Every row of every table, in an order of its own, but the moment of nothing: what a second run must not change. */
async function everything(store: Store) {
  return beside(async () => {
    const tables = allTables.map(async (table) => {
      const rows = await store.db.selectFrom(table).selectAll().execute()
      // A database gives them in the order of their places, which a row changes whenever it is written.
      return [table, rows.map((row) => JSON.stringify(row)).sort()]
    })
    return Object.fromEntries(await Promise.all(tables)) as Record<string, string[]>
  })
}

async function person(store: Store, email: string): Promise<SignedInPerson> {
  const id = await personByEmail(store.db, email)
  return signedInPersonSchema.parse(id && (await signedInPerson(store.db, id)))
}

function placesOf(store: Store) {
  return beside(() =>
    store.db
      .selectFrom('doc')
      .select(['body', 'state', 'rev'])
      .where('collection', '=', 'place')
      .orderBy('seq')
      .execute(),
  )
}

describeEachStore('provisioning', (given) => {
  test('lets people in with their capacities, contracts and places', async () => {
    expect(await provision(given(), example)).toEqual({
      done: true,
      lines: 23,
      added: {
        structure: 2,
        personne: 7,
        contrat: 4,
        lieu: 2,
        responsable: 1,
        lecteur: 1,
        equipe: 1,
        coordination: 1,
        membre: 1,
        etat: 1,
        formation: 1,
        stagiaire: 1,
      },
    })
    expect(await person(given(), awa)).toMatchObject({
      givenName: 'Awa',
      familyName: 'Diallo',
      scopes: [
        {
          role: 'advisor',
          structureName: 'Mairie de Saint-Girons',
          structureCommune: '09261',
          contracts: [
            { starts: '2025-09-01', ends: '2026-08-31' },
            { starts: '2026-09-01', ends: null },
          ],
        },
      ],
    })
    expect((await person(given(), 'elsa.marchetti@la-passerelle.example')).scopes).toMatchObject([
      { role: 'coordinator' },
    ])
    expect((await person(given(), 'denis.galy@la-passerelle.example')).memberships).toMatchObject([
      { role: 'lecteur' },
    ])
    expect((await person(given(), 'farid.benali@etat.example')).state).toEqual({ department: '09' })
    expect(await placesOf(given())).toEqual([
      { body: { name: 'Médiathèque de Saint-Girons', commune: '09261' }, state: 'live', rev: 1 },
      { body: { name: 'Mairie de Saint-Lizier', commune: '09268' }, state: 'live', rev: 1 },
    ])
  })

  test('run twice changes nothing', async () => {
    await provision(given(), example)
    const before = await everything(given())
    expect(await provision(given(), example)).toEqual({ done: true, lines: 23, added: {} })
    expect(await everything(given())).toEqual(before)
    expect(before['contract']).toHaveLength(4)
  })

  test('brings up to date what a new file says otherwise', async () => {
    await provision(given(), example)
    const result = await provision(
      given(),
      [
        'type;siret;nom;prenom;email;commune;debut;fin',
        `structure;${siret};Ville de Saint-Girons;;;09261;;`,
        `personne;;Diallo-Roux;;AWA.Diallo@saint-girons.example;;;`,
        `contrat;${siret};;;${awa};;01/09/2026;31/12/2026`,
        `lecteur;${siret};;;chantal.rouch@saint-girons.example;;;`,
      ].join('\n'),
    )
    expect(result).toMatchObject({ done: true, added: {} })
    expect(await person(given(), awa)).toMatchObject({
      givenName: 'Awa',
      familyName: 'Diallo-Roux',
      scopes: [
        {
          structureName: 'Ville de Saint-Girons',
          contracts: [{}, { starts: '2026-09-01', ends: '2026-12-31' }],
        },
      ],
    })
    expect((await person(given(), 'chantal.rouch@saint-girons.example')).memberships).toMatchObject([
      { role: 'lecteur' },
    ])
  })

  test('writes nothing of a file in which a line is wrong, and says which', async () => {
    const before = await everything(given())
    const file = [
      'type;siret;nom;email;commune;equipe;debut',
      `lieu;${siret};Mairie;${awa};09261;;`,
      `contrat;${siret};;${awa};;;01/09/2026`,
      `structure;${siret};Mairie;;09261;;`,
      `membre;${siret};;${awa};;Équipe;01/09/2026`,
      `responsable;99900002900010;;inconnu@exemple.fr;;;`,
    ].join('\n')
    expect(await provision(given(), file)).toEqual({
      done: false,
      errors: [
        { line: 2, sentence: `${awa} n’est pas dans la liste : ajoutez une ligne « personne ».` },
        { line: 3, sentence: `${awa} n’est pas dans la liste : ajoutez une ligne « personne ».` },
        { line: 5, sentence: 'L’équipe « Équipe » n’est pas dans la liste : ajoutez une ligne « équipe ».' },
        { line: 6, sentence: 'inconnu@exemple.fr n’est pas dans la liste : ajoutez une ligne « personne ».' },
      ],
    })
    expect(await everything(given())).toEqual(before)
  })

  test('asks for a contract before a place or a team', async () => {
    const file = [
      'type;siret;nom;email;commune;equipe;debut',
      `structure;${siret};Mairie;;09261;;`,
      `personne;;;${awa};;;`,
      'équipe;;;;;Équipe;',
      `lieu;${siret};Mairie;${awa};09261;;`,
      `membre;${siret};;${awa};;Équipe;01/09/2026`,
    ].join('\n')
    const sentence = `${awa} n’a pas de contrat avec la structure ${siret} : ajoutez une ligne « contrat ».`
    expect(await provision(given(), file)).toEqual({
      done: false,
      errors: [
        { line: 5, sentence },
        { line: 6, sentence },
      ],
    })
  })

  test('refuses a commune that doesn’t exist today', async () => {
    const file = ['type;siret;nom;commune', `structure;${siret};Mairie;99999`].join('\n')
    expect(await provision(given(), file)).toEqual({
      done: false,
      errors: [
        { line: 2, sentence: 'commune : le code INSEE 99999 n’est celui d’aucune commune d’aujourd’hui.' },
      ],
    })
  })

  test('leaves a place to its advisor once it is there', async () => {
    await provision(given(), example)
    await beside(() =>
      given()
        .db.updateTable('doc')
        .set({ body: JSON.stringify({ name: 'Médiathèque du Couserans', commune: '09261' }) })
        .where('rev', '=', 1)
        .where('seq', '=', 1)
        .execute(),
    )
    const before = await placesOf(given())
    await provision(given(), example)
    expect(await placesOf(given())).toEqual(before)
    expect(before[0]?.body).toEqual({ name: 'Médiathèque du Couserans', commune: '09261' })
  })
})
