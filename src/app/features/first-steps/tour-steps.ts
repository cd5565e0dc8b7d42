import type { IconName } from '../../ui/icon-paths.ts'

export interface TourStep {
  icon: IconName
  title: string
  words: readonly string[]
}

/** The whole of the app in seven screens, five minutes. */
export const tourSteps: readonly TourStep[] = [
  {
    icon: 'plus',
    title: 'Un compte rendu après chaque accompagnement',
    words: [
      'Touchez « Compte rendu » : le jour et le lieu sont déjà choisis. Indiquez une durée et une thématique, puis « Enregistrer ».',
      'Tout le reste est facultatif : qui, matériel, autonomie, note. « Préciser » reste comme vous l’avez laissé.',
    ],
  },
  {
    icon: 'device',
    title: 'Sans réseau, tout marche',
    words: [
      'Ce que vous enregistrez est gardé sur cet appareil, dans le bus ou dans une cave. L’envoi se fait tout seul quand le réseau revient.',
      'Chaque compte rendu dit où il en est : brouillon, enregistré sur cet appareil, envoyé, à corriger, deux versions.',
    ],
  },
  {
    icon: 'repeat',
    title: 'Aller plus vite',
    words: [
      '« Refaire » recommence le même compte rendu. Un modèle garde ce qui revient chaque semaine.',
      'En permanence, une personne se dépose en deux touches : sur quoi, puis combien de temps.',
    ],
  },
  {
    icon: 'people',
    title: 'Ateliers, évènements, temps hors accompagnement',
    words: [
      'Le type d’activité se choisit en haut du compte rendu.',
      'Pour un atelier, comptez les participants : ce que vous ne savez pas reste « non communiqué ».',
    ],
  },
  {
    icon: 'search',
    title: 'Retrouver',
    words: [
      'Dans « Activités », cherchez un mot ou filtrez. L’adresse de la page garde votre recherche.',
      'Un compte rendu se modifie, se refait, se supprime ; une suppression peut être annulée.',
    ],
  },
  {
    icon: 'building',
    title: 'Ce que voit votre structure',
    words: [
      'Vos activités : jour, durée, lieu, thématiques. Jamais les personnes, ni vos notes sauf celles que vous partagez.',
      'N’écrivez ni données de santé, ni mots de passe, ni numéros personnels.',
    ],
  },
  {
    icon: 'check',
    title: 'À vous',
    words: [
      'Installez l’application sur l’écran d’accueil : elle s’ouvre alors sans réseau, et vos comptes rendus y sont mieux gardés.',
      'Vous pouvez vous entraîner : tout fonctionne, rien n’est envoyé ni compté.',
    ],
  },
]
