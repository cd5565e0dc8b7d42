import type { TrainingBodyId } from '../commitments/training/training-ids.ts'
import type { StructureId, TeamId } from '../ids.ts'
import type { DepartmentCode } from '../territory/departments.ts'

/** In which capacities somebody can stand over a scope; whoever holds none of them gets nothing of it. */
export interface RolesOver {
  /** `advisor`: whose post is there; `state`: within whose remit the structure is. */
  readonly structure: 'advisor' | 'responsable' | 'lecteur' | 'state'
  readonly team: 'coordinator'
  readonly territory: 'state'
  readonly 'training-body': 'training-body'
}
export type Role = RolesOver[keyof RolesOver]

/** Whose the thing is that is asked for, and who gets it. */
export type AccessLine =
  /** Nobody's: answered to anybody, who isn't asked who they are. */
  | { readonly over: 'nothing' }
  /** Whoever asks, signed in or not: the answer is theirs. */
  | { readonly over: 'visitor' }
  /** One's own: anybody signed in, and nothing of anybody else's. */
  | { readonly over: 'own' }
  /** Whoever shows the secret that opens it: a token, a link. The route checks it; a session opens nothing. */
  | { readonly over: 'secret' }
  | { readonly over: 'structure'; readonly roles: readonly RolesOver['structure'][] }
  | { readonly over: 'team'; readonly roles: readonly RolesOver['team'][] }
  | { readonly over: 'territory'; readonly roles: readonly RolesOver['territory'][] }
  | { readonly over: 'training-body'; readonly roles: readonly RolesOver['training-body'][] }

/**
 * Who may do what: one line for each thing that routes do (domain.md, "Who may see what"). A route names its line by
 * `config: { access: '…' }`; under /api one that names none doesn't start. What of a report those let in may read is
 * said by its schema (`permitted-activity.ts`, `group-figures.ts`, `state-figures.ts`).
 */
export const accessTable = {
  'read-public-information': { over: 'nothing' },
  'probe-server': { over: 'nothing' },
  'sign-in': { over: 'nothing' },
  'sign-out': { over: 'nothing' },
  'walk-demonstration': { over: 'nothing' },
  'watch-server': { over: 'secret' },
  'know-oneself': { over: 'visitor' },
  'sync-own-work': { over: 'own' },
  'read-own-history': { over: 'own' },
  'manage-own-devices': { over: 'own' },
  'ask-for-access': { over: 'own' },
  'answer-invitation': { over: 'own' },
  'read-structure-access': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'change-structure-access': { over: 'structure', roles: ['responsable'] },
  'read-first-requests': { over: 'territory', roles: ['state'] },
  'settle-first-request': { over: 'structure', roles: ['state'] },
  // One's own posts, or a structure that one answers for: the owner is in the request, and is looked at with it.
  'publish-own-bilan': { over: 'own' },
  'manage-own-links': { over: 'own' },
  'open-public-bilan': { over: 'nothing' },
  'read-structure-activities': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'read-structure-figures': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'read-structure-anomalies': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'settle-structure-anomalies': { over: 'structure', roles: ['responsable'] },
  'read-structure-absences': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'declare-structure-absences': { over: 'structure', roles: ['responsable'] },
  'read-structure-questions': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'ask-on-reports': { over: 'structure', roles: ['responsable'] },
  'read-team-figures': { over: 'team', roles: ['coordinator'] },
  'read-territory-needs': { over: 'territory', roles: ['state'] },
  'search-own-territories': { over: 'own' },
  'read-open-data': { over: 'nothing' },
  // Whoever shows a token of theirs: of whoever made it.
  'read-by-token': { over: 'secret' },
  // Of one's own remit, for whoever reads for the State.
  'manage-api-tokens': { over: 'own' },
  'read-territory-figures': { over: 'territory', roles: ['state'] },
  'read-structure-months': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'vouch-for-months': { over: 'structure', roles: ['responsable'] },
  // One's own lines of what structures vouched for.
  'read-own-vouched': { over: 'own' },
  // Vouched for or not, and no figure.
  'read-team-vouched': { over: 'team', roles: ['coordinator'] },
  // How many of one's own remit, for whoever reads for the State.
  'read-remit-vouched': { over: 'own' },
  'read-territory-vouched': { over: 'territory', roles: ['state'] },
  // Whoever has the code of a seal.
  'verify-seals': { over: 'nothing' },
  'read-own-readings': { over: 'own' },
  'read-structure-readings': { over: 'structure', roles: ['responsable'] },
  'read-own-reminders': { over: 'own' },
  'manage-own-reminders': { over: 'own' },
  'read-structure-reminders': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'answer-structure-reminders': { over: 'structure', roles: ['responsable'] },
  'read-team-reminders': { over: 'team', roles: ['coordinator'] },
  'answer-team-reminders': { over: 'team', roles: ['coordinator'] },
  'read-territory-reminders': { over: 'territory', roles: ['state'] },
  'answer-territory-reminders': { over: 'structure', roles: ['state'] },
  // Whoever has the link of a message: it says nothing of anybody.
  'stop-reminders': { over: 'nothing' },
  'read-territory-posts': { over: 'territory', roles: ['state'] },
  'attribute-posts': { over: 'territory', roles: ['state'] },
  // Through a structure that holds or held the post.
  'change-territory-posts': { over: 'structure', roles: ['state'] },
  'read-structure-posts': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'change-structure-posts': { over: 'structure', roles: ['responsable'] },
  'read-structure-commitments': { over: 'structure', roles: ['responsable', 'lecteur'] },
  // Where they stand, without names, counts or what deserves a look (`told-to-state.ts`).
  'read-territory-commitments': { over: 'structure', roles: ['state'] },
  // One's own, all that is known of them.
  'read-own-contracts': { over: 'own' },
  'read-team-posts': { over: 'team', roles: ['coordinator'] },
  // Of how many it is done, and of whom not.
  'read-territory-readiness': { over: 'territory', roles: ['state'] },
  // Done or not, and at how many events: no day, result or reason, and nothing of equipment.
  'read-team-readiness': { over: 'team', roles: ['coordinator'] },
  'read-structure-kit': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'change-structure-kit': { over: 'structure', roles: ['responsable'] },
  // Who orders, and nobody else.
  'read-clothing-sizes': { over: 'structure', roles: ['responsable'] },
  'read-own-kit': { over: 'own' },
  // Calendar, presence, passed or not; of an absence whether its reason was accepted, and not which.
  'read-structure-training': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'change-structure-training': { over: 'structure', roles: ['responsable'] },
  'read-own-training': { over: 'own' },
  // Of whoever is entrusted to it now, with the dates of their contract.
  'read-trainees': { over: 'training-body', roles: ['training-body'] },
  'change-trainees': { over: 'training-body', roles: ['training-body'] },
  // Events that the State publishes, for the nation or one department: who goes is told to nobody of it.
  'read-territory-events': { over: 'territory', roles: ['state'] },
  'publish-territory-events': { over: 'territory', roles: ['state'] },
  'read-team-events': { over: 'team', roles: ['coordinator'] },
  'publish-team-events': { over: 'team', roles: ['coordinator'] },
  'mark-team-attendance': { over: 'team', roles: ['coordinator'] },
  'read-structure-community': { over: 'structure', roles: ['responsable', 'lecteur'] },
  'read-own-community': { over: 'own' },
  'manage-own-calendar-link': { over: 'own' },
  // Whoever has the address: the events that are for the person who made it, and nobody's name.
  'read-calendar-by-link': { over: 'secret' },
} as const satisfies Readonly<Record<string, AccessLine>>

export type AccessAction = keyof typeof accessTable

/** The scope that a request is about; a territory is a department, or the nation. */
export type ScopeAsked =
  | { readonly over: 'structure'; readonly id: StructureId }
  | { readonly over: 'team'; readonly id: TeamId }
  | { readonly over: 'territory'; readonly id: DepartmentCode | 'nation' }
  | { readonly over: 'training-body'; readonly id: TrainingBodyId }

/** The line of an action, as any line. */
export function lineOf(action: AccessAction): AccessLine {
  return accessTable[action]
}

/** Whether somebody who holds these roles over a scope may do this there. A line over another kind of scope gives nothing. */
export function permits(action: AccessAction, over: ScopeAsked['over'], held: readonly Role[]): boolean {
  const line = lineOf(action)
  if (line.over !== over) return false
  const allowed: readonly Role[] = line.roles
  return held.some((role) => allowed.includes(role))
}
