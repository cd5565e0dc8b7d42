/** What a document is, where nothing of it can be shown but that it is there. */
export function documentInWords(collection: string, isDelete: boolean): string {
  const words = namesOf[collection] ?? { kept: 'Une modification', gone: 'Une suppression' }
  return isDelete ? words.gone : words.kept
}

const namesOf: Partial<Record<string, { kept: string; gone: string }>> = {
  report: { kept: 'Un compte rendu modifié', gone: 'Un compte rendu supprimé' },
  place: { kept: 'Un lieu d’activité', gone: 'Un lieu d’activité supprimé' },
  beneficiary: { kept: 'La fiche d’une personne', gone: 'La fiche d’une personne, supprimée' },
  appointment: { kept: 'Un rendez-vous', gone: 'Un rendez-vous supprimé' },
  'report-model': { kept: 'Un modèle', gone: 'Un modèle supprimé' },
  'report-message': { kept: 'Une réponse à votre structure', gone: 'Un message supprimé' },
  confirmation: { kept: 'Une confirmation', gone: 'Une confirmation retirée' },
  absence: { kept: 'Une absence', gone: 'Une absence supprimée' },
}
