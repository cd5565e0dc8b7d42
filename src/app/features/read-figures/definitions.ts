/** How each total is counted (domain.md, "What is counted"), as people read it; in short where room is dear. */
export const definitions: readonly { name: string; rule: string; inShort?: string }[] = [
  { name: 'Activités', rule: 'Les comptes rendus déposés et non supprimés.' },
  {
    name: 'Accompagnements',
    rule: 'Une personne aidée lors d’une activité. Un atelier de dix personnes, c’est une activité et dix accompagnements.',
    inShort: 'une personne aidée lors d’une activité\u00A0; dix pour un atelier de dix personnes.',
  },
  {
    name: 'Bénéficiaires',
    rule: 'Les personnes suivies, chacune une fois sur la période, et les personnes anonymes, une fois à chaque accompagnement, puisque rien ne permet de les reconnaître.',
    inShort: 'une personne suivie compte une fois, une personne anonyme à chaque accompagnement.',
  },
  {
    name: 'Nouveaux bénéficiaires',
    rule: 'Les personnes suivies dont le tout premier accompagnement est dans la période, et les personnes anonymes qui ne sont pas dites déjà accompagnées.',
  },
  {
    name: 'Heures',
    rule: 'La durée des activités, une fois par activité quel que soit le nombre de participants. Les partenariats n’en ont pas.',
    inShort: 'la durée des activités, quel que soit le nombre de participants.',
  },
  {
    name: 'Filtres',
    rule: 'Un filtre retient des activités entières, avec toutes les personnes qui y étaient.',
  },
  {
    name: 'Période précédente',
    rule: 'Un mois, un trimestre ou une année se compare au précédent, jusqu’au même jour. D’autres dates se comparent à autant de jours juste avant.',
  },
]
