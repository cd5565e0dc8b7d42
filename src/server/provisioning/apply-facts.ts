import { calendarDaySchema, type CalendarDay } from '../../domain/calendar-day.ts'
import {
  documentIdSchema,
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  type DocumentId,
  type PersonId,
  type ScopeId,
  type StructureId,
} from '../../domain/ids.ts'
import { departmentOf } from '../../domain/territory/departments.ts'
import type { Ids } from '../clock-and-ids.ts'
import {
  createAssignment,
  documentsIn,
  putContract,
  scopesOf,
  type Post,
} from '../store/provisioning-assignments.ts'
import {
  personByEmail,
  putPerson,
  putStateRemit,
  putTrainingBodyAccount,
} from '../store/provisioning-people.ts'
import { putMembership, putStructure, structureBySiret } from '../store/provisioning-structures.ts'
import { putCoordinator, putTeam, putTeamMember, teamByName } from '../store/provisioning-teams.ts'
import type { Db } from '../store/tables.ts'
import { entrust, trainingBodyByName } from '../store/trainees.ts'
import { writeServerDocument } from '../sync/write-server-document.ts'
import type { Fact, FactOf, FactType } from './fact.ts'
import { placeIdOf } from './place-id.ts'
import type { LineError, LineFact } from './read-file.ts'

export interface Applied {
  /** How many of each type are new. */
  readonly added: Readonly<Partial<Record<FactType, number>>>
  /** What couldn't be applied: the caller then undoes everything. */
  readonly errors: readonly LineError[]
}

interface Tools {
  readonly tx: Db
  readonly ids: Ids
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** A fact names something that neither the file nor the database knows. */
class UnknownReference extends Error {}

/** What others refer to comes first, whatever the order of the file. */
const order: readonly FactType[] = [
  'structure',
  'personne',
  'equipe',
  'contrat',
  'lieu',
  'responsable',
  'lecteur',
  'coordination',
  'membre',
  'etat',
  'formation',
  'stagiaire',
]

/** Writes what the lines say and isn't known yet, inside the caller's transaction. */
export async function applyFacts(facts: readonly LineFact[], tools: Tools): Promise<Applied> {
  const added: Partial<Record<FactType, number>> = {}
  const errors: LineError[] = []
  const sorted = [...facts].sort((a, b) => order.indexOf(a.fact.type) - order.indexOf(b.fact.type))
  for (const { line, fact } of sorted) {
    try {
      if (await apply(fact, tools)) added[fact.type] = (added[fact.type] ?? 0) + 1
    } catch (error) {
      if (!(error instanceof UnknownReference)) throw error
      errors.push({ line, sentence: error.message })
    }
  }
  return { added, errors: errors.sort((a, b) => a.line - b.line) }
}

/** Whether the fact is new. */
async function apply(fact: Fact, tools: Tools): Promise<boolean> {
  const { tx, ids, at } = tools
  switch (fact.type) {
    case 'structure':
      return applyStructure(fact, tools)
    case 'personne': {
      const names = { givenName: fact.prenom ?? null, familyName: fact.nom ?? null }
      return putPerson(tx, { id: personIdSchema.parse(ids.newId()), email: fact.email, ...names }, at)
    }
    case 'equipe':
      return putTeam(tx, { id: ids.newId(), name: fact.equipe, department: fact.departement ?? null })
    case 'contrat':
      return applyContract(fact, tools)
    case 'lieu':
      return applyPlace(fact, tools)
    case 'responsable':
    case 'lecteur': {
      const [person, structure] = [await personOf(tx, fact), await structureOf(tx, fact)]
      return putMembership(tx, { person, structure, role: fact.type }, at)
    }
    case 'coordination':
      return putCoordinator(tx, await teamOf(tx, fact), await personOf(tx, fact))
    case 'membre':
      return applyMember(fact, tools)
    case 'etat':
      return putStateRemit(tx, await personOf(tx, fact), fact.departement ?? null)
    case 'formation':
      return putTrainingBodyAccount(tx, {
        person: await personOf(tx, fact),
        name: fact.nom,
        newBody: ids.newId(),
      })
    case 'stagiaire':
      return applyTrainee(fact, tools)
  }
}

async function applyStructure(fact: FactOf<'structure'>, { tx, ids, at }: Tools): Promise<boolean> {
  const { siret, nom: name, commune, nature } = fact
  const kinds = { publique: 'public', privee: 'private' } as const
  const structure = {
    id: structureIdSchema.parse(ids.newId()),
    siret,
    name,
    commune,
    department: departmentOf(commune) ?? null,
    kind: nature ? kinds[nature] : null,
  }
  return putStructure(tx, structure, at)
}

const roles: Record<FactOf<'contrat'>['poste'], Post> = { conseil: 'advisor', coordination: 'coordinator' }

async function applyContract(fact: FactOf<'contrat'>, { tx, ids }: Tools): Promise<boolean> {
  const [person, structure, role] = [await personOf(tx, fact), await structureOf(tx, fact), roles[fact.poste]]
  const known = (await scopesOf(tx, person, structure)).find((candidate) => candidate.role === role)
  const scope = known?.scope ?? scopeIdSchema.parse(ids.newId())
  if (!known) await createAssignment(tx, { scope, person, structure, role })
  return putContract(tx, { scope, id: ids.newId(), ...daysOf(fact) })
}

/** A place that is there already is the advisor's: it keeps the name that they gave it, and stays deleted if it is. */
async function applyPlace(fact: FactOf<'lieu'>, { tx, at }: Tools): Promise<boolean> {
  const [person, structure] = [await personOf(tx, fact), await structureOf(tx, fact)]
  const scopes = await scopesOf(tx, person, structure)
  if (scopes.length === 0) throw new UnknownReference(noContract(fact))
  let added = false
  for (const { scope } of scopes) {
    const place = { name: fact.nom, commune: fact.commune }
    const id = documentIdSchema.parse(placeIdOf(scope, place))
    if (await isThere(tx, scope, id)) continue
    await writeServerDocument(tx, { scope, collection: 'place', id, body: place, by: person, at })
    added = true
  }
  return added
}

async function isThere(tx: Db, scope: ScopeId, id: DocumentId): Promise<boolean> {
  return (await documentsIn(tx, scope, [id])).has(id)
}

async function applyMember(fact: FactOf<'membre'>, { tx }: Tools): Promise<boolean> {
  const [team, person, structure] = [
    await teamOf(tx, fact),
    await personOf(tx, fact),
    await structureOf(tx, fact),
  ]
  const assignment = (await scopesOf(tx, person, structure)).find(({ role }) => role === 'advisor')
  if (!assignment) throw new UnknownReference(noContract(fact))
  const { starts: joins, ends: leaves } = daysOf(fact)
  return putTeamMember(tx, { team, scope: assignment.scope, joins, leaves })
}

/** Whoever is entrusted to another body is from now on to this one. */
async function applyTrainee(fact: FactOf<'stagiaire'>, { tx, at }: Tools): Promise<boolean> {
  const [person, structure] = [await personOf(tx, fact), await structureOf(tx, fact)]
  const assignment = (await scopesOf(tx, person, structure)).find(({ role }) => role === 'advisor')
  if (!assignment) throw new UnknownReference(noContract(fact))
  const body = await trainingBodyByName(tx, fact.nom)
  if (!body) {
    throw new UnknownReference(
      `L’organisme «\u00A0${fact.nom}\u00A0» n’est pas dans la liste\u00A0: ajoutez une ligne «\u00A0formation\u00A0».`,
    )
  }
  return entrust(tx, { scope: assignment.scope, body, at, by: null })
}

/** The schema has read these days: parsing them again gives them their brand. */
function daysOf({ debut, fin }: { debut: string; fin?: string | undefined }): {
  starts: CalendarDay
  ends: CalendarDay | null
} {
  return {
    starts: calendarDaySchema.parse(debut),
    ends: fin === undefined ? null : calendarDaySchema.parse(fin),
  }
}

async function personOf(tx: Db, { email }: { email: string }): Promise<PersonId> {
  const person = await personByEmail(tx, email)
  if (person) return person
  throw new UnknownReference(`${email} n’est pas dans la liste : ajoutez une ligne « personne ».`)
}

async function structureOf(tx: Db, { siret }: { siret: string }): Promise<StructureId> {
  const structure = await structureBySiret(tx, siret)
  if (structure) return structure
  throw new UnknownReference(`Le SIRET ${siret} n’est pas dans la liste : ajoutez une ligne « structure ».`)
}

async function teamOf(tx: Db, { equipe }: { equipe: string }): Promise<string> {
  const team = await teamByName(tx, equipe)
  if (team) return team
  throw new UnknownReference(`L’équipe « ${equipe} » n’est pas dans la liste : ajoutez une ligne « équipe ».`)
}

function noContract({ email, siret }: { email: string; siret: string }): string {
  return `${email} n’a pas de contrat avec la structure ${siret} : ajoutez une ligne « contrat ».`
}
