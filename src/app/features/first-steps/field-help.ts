/** What goes into each field of a report, in plain words: what counts, and an example. */
export interface FieldHelp {
  field: string
  what: string
  example: string
}

export const fieldHelp: readonly { title: string; fields: readonly FieldHelp[] }[] = [
  {
    title: 'Toujours',
    fields: [
      {
        field: 'Type d’activité',
        what: 'Une personne : accompagnement individuel. Plusieurs ensemble : atelier. Personne : temps hors accompagnement.',
        example: 'Une permanence où personne n’est venu est un temps hors accompagnement.',
      },
      {
        field: 'Quand',
        what: 'Le jour de l’activité, pas celui de la saisie. Jusqu’à 12 mois en arrière.',
        example: 'Un rendez-vous de vendredi saisi lundi : vendredi.',
      },
      {
        field: 'Où',
        what: 'Le lieu où vous étiez avec la personne. Un lieu régulier s’ajoute une fois pour toutes.',
        example: 'Chez elle : « À domicile », et sa commune. Par téléphone : « À distance ».',
      },
      {
        field: 'Durée',
        what: 'Le temps passé, préparation et trajet non compris. Pour un atelier, une seule fois, quel que soit le nombre de participants.',
        example: 'Un atelier de deux heures avec dix personnes : 2 h.',
      },
      {
        field: 'Sur quoi',
        what: 'Une ou plusieurs thématiques. La plus importante suffit.',
        example: 'Une déclaration de revenus : « Démarches administratives ».',
      },
    ],
  },
  {
    title: 'Si vous voulez préciser',
    fields: [
      {
        field: 'Qui',
        what: 'Une personne anonyme par défaut : comptée, jamais enregistrée. Une personne suivie a une fiche, que vous seul voyez.',
        example: 'Quelqu’un qui revient chaque semaine peut avoir une fiche.',
      },
      {
        field: 'Déjà accompagnée',
        what: 'La personne est déjà venue vous voir, même il y a longtemps.',
        example: 'Cela dit combien de personnes découvrent votre aide.',
      },
      {
        field: 'Autonomie',
        what: 'Ce que la personne sait faire à la fin, pour ce qui a été travaillé.',
        example: '« Avec guidage » : elle n’y serait pas arrivée seule.',
      },
      {
        field: 'Personne orientée',
        what: 'Vous l’avez envoyée vers une autre structure.',
        example: 'Vers une maison France services pour la suite de sa démarche.',
      },
      {
        field: 'Besoin resté sans réponse',
        what: 'Ce que la personne demandait et qui n’a pas pu être fait. Cela aide à améliorer l’offre du territoire.',
        example: 'Elle voulait un ordinateur et il n’y en avait pas à prêter.',
      },
      {
        field: 'Note',
        what: 'Pour vous, sauf si vous la partagez. Ni santé, ni mot de passe, ni numéro personnel.',
        example: '« Revenir avec l’avis d’imposition. »',
      },
      {
        field: 'Étiquettes',
        what: 'Vos mots pour retrouver. Celles de la structure sont vues par elle. Pas de nom de personne.',
        example: '« Atelier du mardi », « Semaine bleue ».',
      },
    ],
  },
  {
    title: 'Pour un atelier',
    fields: [
      {
        field: 'Participants',
        what: 'Ceux que vous suivez par leur nom, et le nombre des autres. Un atelier de dix personnes compte pour dix accompagnements.',
        example: 'Deux personnes suivies et huit anonymes : dix.',
      },
      {
        field: 'Genre, âge, statut',
        what: 'Combien dans chaque cas, quand vous le savez. Le reste est « non communiqué ».',
        example: 'Huit anonymes, dont cinq de 70 ans et plus : trois non communiqués.',
      },
    ],
  },
]
