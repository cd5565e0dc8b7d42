import * as z from 'zod/mini'

/** What kind of contract fills a post; `inconnu` where only its days are known. */
export const contractTermsSchema = z.enum(['cdd', 'cdi', 'pec', 'projet', 'inconnu'])
export type ContractTerms = z.infer<typeof contractTermsSchema>

export const contractTermsLabels: Readonly<Record<ContractTerms, string>> = {
  cdd: 'CDD',
  cdi: 'CDI',
  pec: 'Parcours emploi compétences (PEC)',
  projet: 'Contrat de projet',
  inconnu: 'Type non renseigné',
}

export const departureReasonSchema = z.enum([
  'licenciement',
  'demission',
  'non_reconduction',
  'fin_de_subvention',
  'autre',
])
export type DepartureReason = z.infer<typeof departureReasonSchema>

export const departureReasonLabels: Readonly<Record<DepartureReason, string>> = {
  licenciement: 'Licenciement',
  demission: 'Démission',
  non_reconduction: 'Contrat non reconduit',
  fin_de_subvention: 'Fin de la subvention',
  autre: 'Autre raison',
}

/** What happens between the notification of a post and the first day of work, in its usual order. */
export const recruitmentStepSchema = z.enum([
  'offre_publiee',
  'candidatures',
  'entretiens',
  'candidat_retenu',
  'contrat_signe',
  'prise_de_poste',
])
export type RecruitmentStep = z.infer<typeof recruitmentStepSchema>

export const recruitmentStepLabels: Readonly<Record<RecruitmentStep, string>> = {
  offre_publiee: 'Offre publiée',
  candidatures: 'Candidatures reçues',
  entretiens: 'Entretiens',
  candidat_retenu: 'Personne retenue',
  contrat_signe: 'Contrat signé',
  prise_de_poste: 'Prise de poste',
}

export const postRoleSchema = z.enum(['advisor', 'coordinator'])
export type PostRole = z.infer<typeof postRoleSchema>

export const postRoleLabels: Readonly<Record<PostRole, string>> = {
  advisor: 'Conseil',
  coordinator: 'Coordination',
}
