import type { DocumentId, StructureId } from '../domain/ids.ts'

/**
 * Where each page is. In French, for people read them. Features know each other by these alone, never by their code.
 * Those that a first visit doesn't need are in `later-addresses.ts`.
 */
export const addresses = {
  home: '/',
  newReport: '/compte-rendu',
  walkIn: '/permanence',
  models: '/plus/modeles',
  tags: '/plus/etiquettes',
  places: '/plus/lieux',
  absences: '/plus/absences',
  takeOut: '/plus/exporter',
  bringIn: '/plus/reprendre',
  devices: '/plus/appareils',
  reports: '/activites',
  figures: '/chiffres',
  bilan: '/chiffres/bilan',
  more: '/plus',
  diagnostic: '/plus/diagnostic',
  signOut: '/plus/deconnexion',
  sync: '/synchronisation',
  structure: '/structure',
  team: '/equipe',
  state: '/etat/chiffres',
  needs: '/etat/besoins',
  agenda: '/agenda',
  agendaToComplete: '/agenda/a-completer',
  newAppointment: '/agenda/nouveau',
  importCalendar: '/agenda/importer',
  beneficiaries: '/personnes',
  newBeneficiary: '/personnes/nouvelle',
  doubles: '/personnes/doublons',
  longUnseen: '/personnes/pas-revues',
  panorama: '/panorama',
  tour: '/visite',
  practice: '/entrainement',
  fieldHelp: '/aide/compte-rendu',
  signIn: '/connexion',
  legal: '/mentions-legales',
  personalData: '/donnees-personnelles',
  accessibility: '/accessibilite',
  help: '/aide',
  employers: '/employeurs',
  openData: '/donnees-ouvertes',
  /** A page of the server's own: reached by an ordinary link. */
  verification: '/verifier',
} as const

/** Whether an address is open to somebody who isn't signed in. */
export function isPublic(path: string): boolean {
  const { legal, personalData, accessibility, help, employers, openData } = addresses
  return [legal, personalData, accessibility, help, employers, openData].some(
    (open) => path === open || path === `${open}/`,
  )
}

/** The form, on a draft or on a report that is filed. */
export function formAddress(id: DocumentId): string {
  return `${addresses.newReport}/${id}`
}

/** The form, filled from an earlier report: the same again, or the next person at the same place on the same day. */
export function formLikeAddress(like: 'refaire' | 'suivante', id: DocumentId): string {
  return `${addresses.newReport}?${like}=${id}`
}

/** The form, on a planned accompaniment. */
export function formOnAppointmentAddress(id: DocumentId): string {
  return `${addresses.newReport}?rendez-vous=${id}`
}

export function appointmentAddress(id: DocumentId): string {
  return `${addresses.agenda}/${id}`
}

export function beneficiaryAddress(id: DocumentId): string {
  return `${addresses.beneficiaries}/${id}`
}

export function reportAddress(id: DocumentId): string {
  return `${addresses.reports}/${id}`
}

export function structureAddress(id: StructureId): string {
  return `${addresses.structure}/${id}`
}

/** Where one signs in; coming back to the page one was on. */
export function signInHref(returnTo: string): string {
  return `/auth/sign-in?return=${encodeURIComponent(returnTo)}`
}
