import * as z from 'zod/mini'

/** Halves of a day, cut at noon. */
export const halfSchema = z.enum(['matin', 'apres_midi'])
export type Half = z.infer<typeof halfSchema>

export const halfLabels: Readonly<Record<Half, string>> = { matin: 'matin', apres_midi: 'après-midi' }

/** What a half-day counts for. */
export const partSchema = z.enum(['formation', 'stage'])
export type Part = z.infer<typeof partSchema>

export const partLabels: Readonly<Record<Part, string>> = { formation: 'Formation', stage: 'Stage pratique' }

export const examSchema = z.enum(['pix', 'ccp1', 'titre'])
export type Exam = z.infer<typeof examSchema>

export const examLabels: Readonly<Record<Exam, string>> = {
  pix: 'Pix',
  ccp1: 'CCP1, premier bloc du titre',
  titre: 'Titre Médiateur numérique',
}

/** Whether somebody was there; an absence is excused by one of the accepted reasons, and by nothing else. */
export const presenceSchema = z.enum(['present', 'excused', 'unexcused'])
export type Presence = z.infer<typeof presenceSchema>

export const presenceLabels: Readonly<Record<Presence, string>> = {
  present: 'Présence',
  excused: 'Absence justifiée',
  unexcused: 'Absence sans motif accepté',
}

/** The accepted reasons: words of a list, so that nothing medical can be written. */
export const absenceReasonSchema = z.enum([
  'arret_de_travail',
  'conge_legal',
  'evenement_familial',
  'convocation_officielle',
  'transport',
  'session_non_tenue',
])
export type AbsenceReason = z.infer<typeof absenceReasonSchema>

export const absenceReasonLabels: Readonly<Record<AbsenceReason, string>> = {
  arret_de_travail: 'Arrêt de travail',
  conge_legal: 'Congé prévu par la loi',
  evenement_familial: 'Évènement familial',
  convocation_officielle: 'Convocation officielle',
  transport: 'Transports interrompus',
  session_non_tenue: 'Séance non tenue par l’organisme',
}

/** What somebody may be exempted from. */
export const exemptionSchema = z.enum(['formation', 'pix', 'ccp1', 'titre'])
export type Exemption = z.infer<typeof exemptionSchema>

export const exemptionLabels: Readonly<Record<Exemption, string>> = {
  formation: 'Formation initiale',
  ...examLabels,
}

/** Who says a fact: who trains, or who employs. */
export const trainingPartySchema = z.enum(['body', 'structure'])
export type TrainingParty = z.infer<typeof trainingPartySchema>
