/** Kinds of activity (domain.md, "Kinds of activity"), without their schemas: lists need no more than the names. */
export const reportKindLabels = {
  individuel: 'Accompagnement individuel',
  collectif: 'Atelier collectif',
  hors_accompagnement: 'Temps hors accompagnement',
  animation: 'Animation',
  evenement: 'Évènement',
  partenariat: 'Partenariat',
} as const
export type ReportKind = keyof typeof reportKindLabels

// Object.keys forgets the literal types that the labels have.
export const reportKinds = Object.keys(reportKindLabels) as readonly ReportKind[]

/** Kinds that an advisor files, and those that a coordinator does. */
export const kindsOfAdvisor: readonly ReportKind[] = [
  'individuel',
  'collectif',
  'hors_accompagnement',
  'evenement',
]
export const kindsOfCoordinator: readonly ReportKind[] = [
  'hors_accompagnement',
  'animation',
  'evenement',
  'partenariat',
]
