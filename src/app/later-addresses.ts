import type { CommunityEventId } from '../domain/confirmation/event-confirmation.ts'
import type { CalendarDay } from '../domain/calendar-day.ts'
import type { CalendarMonth } from '../domain/calendar-month.ts'
import type { TrainingBodyId, TrainingSessionId } from '../domain/commitments/training/training-ids.ts'
import type { DocumentId, ScopeId, StructureId, TeamId } from '../domain/ids.ts'
import type { DepartmentCode } from '../domain/territory/departments.ts'
import { addresses, beneficiaryAddress, structureAddress } from './addresses.ts'

/* Where pages are that a first visit doesn't need, so that it doesn't carry their addresses. */

/** Where an employer asks for access to the structure that employs one. */
export const askForAccessAddress = `${addresses.employers}/demande`

/** Where the link of an invitation leads. */
export const invitationAddress = '/invitation'

/** Where the link of a contract that is offered leads. */
export const contractOfferAddress = '/contrat'

/** Where the State lets in the first *responsable* of a structure. */
export const firstRequestsAddress = '/etat/acces'

/** Where the State gives tokens to other systems. */
export const apiAccessAddress = '/etat/jetons'

export function structureAbsencesAddress(id: StructureId): string {
  return `${structureAddress(id)}/absences`
}

/** Who of a team is silent for so long that who coordinates it is told. */
export function teamRemindersAddress(id: TeamId): string {
  return `${addresses.team}/${id}/relances`
}

/** Structures with posts that are silent for so long that the State is told. */
export const stateRemindersAddress = '/etat/relances'

/** What was sent to one, and whether anything more is. */
export const ownRemindersAddress = '/plus/relances'

/** All that is held on a person, to be read, printed and given to them. */
export function heldOnPersonAddress(id: DocumentId): string {
  return `${beneficiaryAddress(id)}/donnees`
}

/** Where one person is made of two; the other one is still to be chosen where none is given. */
export function mergeAddress(id: DocumentId, other?: DocumentId): string {
  const address = `${beneficiaryAddress(id)}/reunir`
  return other === undefined ? address : `${address}/${other}`
}

/** The form, on a theme that is chosen already. */
export function formOnThemeAddress(theme: string): string {
  return `${addresses.newReport}?theme=${theme}`
}

/** The agenda, on a day. */
export function agendaAddress(day: CalendarDay): string {
  return `${addresses.agenda}?jour=${day}`
}

/** The form, on a person whom the advisor follows. */
export function formForPersonAddress(id: DocumentId): string {
  return `${addresses.newReport}?personne=${id}`
}

export function structureFiguresAddress(id: StructureId): string {
  return `${structureAddress(id)}/chiffres`
}

export function teamFiguresAddress(id: TeamId): string {
  return `${addresses.team}/${id}/chiffres`
}

/** Figures of a department; of the nation without one. */
export function stateFiguresAddress(department: DepartmentCode | undefined): string {
  return department === undefined ? addresses.state : `${addresses.state}/${department}`
}

export function structureActivityAddress(structureId: StructureId, id: DocumentId): string {
  return `${structureAddress(structureId)}/activites/${id}`
}

/** A structure's months, to be vouched for; one of them where it is given. */
export function structureMonthsAddress(id: StructureId, month?: CalendarMonth): string {
  const address = `${structureAddress(id)}/mois`
  return month === undefined ? address : `${address}/${month}`
}

/** Which structures of a team vouched for their months. */
export function teamVouchedAddress(id: TeamId): string {
  return `${addresses.team}/${id}/mois`
}

/** The same for the State. */
export const stateVouchedAddress = '/etat/mois'

/** Who has read one's own reports. */
export const ownReadingsAddress = '/lectures'

/** One's own contracts. */
export const ownContractsAddress = '/contrats'

/** Where the State follows posts. */
export const statePostsAddress = '/etat/postes'

/** Where the State brings in a list of posts. */
export const importPostsAddress = `${statePostsAddress}/importer`

/** Where a structure's commitments stand, for the State. */
export function stateCommitmentsAddress(id: StructureId): string {
  return `${statePostsAddress}/engagements/${id}`
}

/** Of how many advisors training is done and equipment is there, for the State. */
export const stateReadinessAddress = '/etat/formation-equipement'

/** Who of a team is trained, and at how many events they were. */
export function teamReadinessAddress(id: TeamId): string {
  return `${addresses.team}/${id}/formation`
}

/** Where a structure says what happens on its posts. */
export function recruitmentAddress(id: StructureId): string {
  return `${structureAddress(id)}/recrutement`
}

/** Where a structure says that somebody leaves: of an assignment. */
export function departureAddress(id: StructureId, scope: ScopeId): string {
  return `${structureAddress(id)}/depart/${scope}`
}

export function teamPostsAddress(id: TeamId): string {
  return `${addresses.team}/${id}/postes`
}

/** What deserves a look in a structure's months. */
export function structureMonthAddress(id: StructureId): string {
  return `${structureAddress(id)}/regard`
}

/** Clothing and equipment of a structure's advisors. */
export function structureKitAddress(id: StructureId): string {
  return `${structureAddress(id)}/equipement`
}

/** What was handed over to one of them, to be printed and signed. */
export function handOverSheetAddress(id: StructureId, scope: ScopeId): string {
  return `${structureKitAddress(id)}/${scope}`
}

/** Training and exams of a structure's advisors. */
export function structureTrainingAddress(id: StructureId): string {
  return `${structureAddress(id)}/formation`
}

/** One's own training. */
export const ownTrainingAddress = '/formation'

/** Whom a training body trains; one of them where it is given. */
export function traineesAddress(body: TrainingBodyId, scope?: ScopeId): string {
  const address = `/organisme/${body}`
  return scope === undefined ? address : `${address}/stagiaires/${scope}`
}

/** Where it brings in a calendar. */
export function importTrainingAddress(body: TrainingBodyId): string {
  return `${traineesAddress(body)}/importer`
}

/** One's own events of the community. */
export const ownCommunityAddress = '/communaute'

/** Where one's own time goes. */
export const ownTimeAddress = '/temps'

/** Events that the State publishes. */
export const stateEventsAddress = '/etat/communaute'

/** Events of a team. */
export function teamEventsAddress(id: TeamId): string {
  return `${addresses.team}/${id}/communaute`
}

/** The form, on an event or a half-day of training that is over. */
export function formOnPlannedAddress(id: CommunityEventId | TrainingSessionId): string {
  return `${addresses.newReport}?prevu=${id}`
}

/** One's own clothing and equipment. */
export const ownKitAddress = '/equipement'
