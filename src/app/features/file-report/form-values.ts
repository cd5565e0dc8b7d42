import type { ReportKind } from '../../../domain/report/kinds.ts'
import type { DurationFields } from './duration-fields.ts'
import type { PlaceFields } from './place-fields.ts'

/** One of the advisor's own beneficiaries at a workshop, with what figures know of them. An empty text is no answer. */
export interface ParticipantValue {
  id: string
  commune: string
  gender: string
  ageRange: string
  status: string
}

/** How many of each code, as typed. */
export type Counts = Record<string, string>

/** What the form holds of every kind: text and lists only, so that a draft of it survives as JSON. */
export interface ReportFormValues extends DurationFields, PlaceFields {
  kind: ReportKind
  scope: string
  /** Id of the planned accompaniment that it is filed on; empty where there is none. */
  appointment: string
  date: string
  notes: string
  notesShared: boolean
  tags: string[]
  structureTags: string[]

  // Of people helped: one, or a workshop.
  themes: string[]
  administrativeThemes: string[]
  procedureName: string
  equipment: string[]

  // Of one person.
  /** Id of one of the advisor's own beneficiaries; empty for an anonymous person. */
  beneficiary: string
  alreadyAccompanied: '' | 'oui' | 'non'
  residence: string
  gender: string
  ageRange: string
  status: string
  autonomy: string
  oriented: '' | 'oui' | 'non'
  orientation: string
  unmetNeeds: string[]

  // Of a workshop.
  level: string
  participants: ParticipantValue[]
  anonymousTotal: string
  anonymousAlready: string
  genderCounts: Counts
  ageCounts: Counts
  statusCounts: Counts

  // Of time otherwise spent; the title is a workshop's too.
  title: string
  activity: string
  animationType: string
  eventType: string
  otherType: string
  initiative: string
  animationThemes: string[]
  otherTheme: string
  mediators: string
  structures: string
  others: string
  name: string
  organisers: string[]
  attendance: string
  scale: string
  natures: string[]
  otherNature: string
  partnerNames: string[]
  partnerTypes: string[]
}

/** Fields of the form by what they hold. */
export type FieldHolding<Value> = {
  [Name in keyof ReportFormValues]: ReportFormValues[Name] extends Value ? Name : never
}[keyof ReportFormValues]

/** A form in which nothing has been said yet. */
export const blankValues: ReportFormValues = {
  kind: 'individuel',
  scope: '',
  appointment: '',
  date: '',
  place: '',
  placeCommune: '',
  duration: '',
  otherHours: '',
  otherMinutes: '',
  notes: '',
  notesShared: false,
  tags: [],
  structureTags: [],
  themes: [],
  administrativeThemes: [],
  procedureName: '',
  equipment: [],
  beneficiary: '',
  alreadyAccompanied: '',
  residence: '',
  gender: '',
  ageRange: '',
  status: '',
  autonomy: '',
  oriented: '',
  orientation: '',
  unmetNeeds: [],
  level: '',
  participants: [],
  anonymousTotal: '',
  anonymousAlready: '',
  genderCounts: {},
  ageCounts: {},
  statusCounts: {},
  title: '',
  activity: '',
  animationType: '',
  eventType: '',
  otherType: '',
  initiative: '',
  animationThemes: [],
  otherTheme: '',
  mediators: '',
  structures: '',
  others: '',
  name: '',
  organisers: [],
  attendance: '',
  scale: '',
  natures: [],
  otherNature: '',
  partnerNames: [],
  partnerTypes: [],
}
