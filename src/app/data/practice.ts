import type { OwnScope, SignedInPerson } from '../../domain/access/signed-in-person.ts'
import { addDays, addMonths, type CalendarDay } from '../../domain/calendar-day.ts'
import { documentIdSchema, scopeIdSchema, structureIdSchema } from '../../domain/ids.ts'
import type { JsonObject } from '../../domain/json.ts'
import { databaseName, openDatabase, type CoopDatabase } from './database.ts'
import { newDocumentId } from './new-id.ts'
import { addPlace } from './places.ts'
import { forgetPractice } from './practising.ts'
import { saveDocument } from './save-document.ts'

/*
 * Practising: the whole app over a database of its own, in which nothing is anybody's, and that nothing is sent from.
 * It ends with the tab at the latest.
 */

/** Leaves, and erases what was typed. */
export async function endPractice(person: Pick<SignedInPerson, 'id'>): Promise<void> {
  forgetPractice()
  const db = practiceDatabase(person)
  try {
    await db.delete()
  } finally {
    db.close()
  }
}

/** Another database than the person's own: what is in it can't be mistaken for theirs, by the app or by the worker. */
export function practiceDatabase({ id }: Pick<SignedInPerson, 'id'>): CoopDatabase {
  return openDatabase(id, `practice-${databaseName(id)}`)
}

/** The same person at a structure that doesn't exist; whoever reads reports can so try how one is filed. */
export function practisingPerson(person: SignedInPerson, today: CalendarDay): SignedInPerson {
  const role = person.scopes[0]?.role ?? 'advisor'
  return {
    ...person,
    scopes: [practiceScope(role, today)],
    memberships: [],
    teams: [],
    ledTeams: [],
    state: null,
    trainingBody: null,
  }
}

function practiceScope(role: OwnScope['role'], today: CalendarDay): OwnScope {
  return {
    scope: scopeIdSchema.parse('00000000-0000-7000-8000-000000000001'),
    role,
    structureId: structureIdSchema.parse('00000000-0000-7000-8000-000000000002'),
    structureName: 'Structure d’entraînement',
    structureCommune: null,
    contracts: [{ starts: addMonths(today, -12), ends: null }],
  }
}

/** A few invented reports to begin with, once. */
export async function furnishPractice(
  db: CoopDatabase,
  { scopes }: SignedInPerson,
  today: CalendarDay,
): Promise<void> {
  const scope = scopes[0]?.scope
  if (!scope || (await db.report.count()) > 0) return
  const lieuId = await addPlace(db, scope, { name: 'Médiathèque d’exemple', commune: '09261' })
  const place = { kind: 'lieu_activite', lieuId: documentIdSchema.parse(lieuId) }
  for (const [index, fields] of examples.entries()) {
    const day = addDays(today, -index - 1)
    const body = { place, notesShared: false, ...fields, date: day, filedOn: day }
    await saveDocument(db, { scope, collection: 'report', id: newDocumentId(), body })
  }
}

const anonymous = { kind: 'individuel', beneficiary: { kind: 'anonyme' } }

const examples: readonly JsonObject[] = [
  { ...anonymous, minutes: 45, themes: ['aide_aux_demarches_administratives'], tags: ['exemple'] },
  { ...anonymous, minutes: 30, themes: ['prendre_en_main_du_materiel', 'email'] },
  {
    kind: 'collectif',
    minutes: 120,
    themes: ['securite_numerique'],
    title: 'Reconnaître un message frauduleux',
    anonymous: { total: 8, gender: { feminin: 5, masculin: 3 } },
  },
]
