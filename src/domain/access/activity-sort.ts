/** Orders of a structure's activities; the first one unless another is asked for. Names stand in addresses. */
export const activitySortLabels = {
  jour: 'Jour, du plus récent',
  'jour-croissant': 'Jour, du plus ancien',
  depot: 'Dépôt, du plus récent',
  'depot-croissant': 'Dépôt, du plus ancien',
  duree: 'Durée, de la plus longue',
  'duree-croissante': 'Durée, de la plus courte',
  participants: 'Participants, du plus grand nombre',
  'participants-croissants': 'Participants, du plus petit nombre',
} as const
export type ActivitySort = keyof typeof activitySortLabels

// Object.keys forgets the literal types that the labels have.
export const activitySorts = Object.keys(activitySortLabels) as readonly ActivitySort[]
export const usualSort: ActivitySort = 'jour'

/** What an order compares first; activities that have none come last. Then by day, whichever way the order goes. */
export type SortedBy = 'day' | 'filing' | 'minutes' | 'participants'

export function sortedBy(sort: ActivitySort): { by: SortedBy; isRising: boolean } {
  switch (sort) {
    case 'jour':
      return { by: 'day', isRising: false }
    case 'jour-croissant':
      return { by: 'day', isRising: true }
    case 'depot':
      return { by: 'filing', isRising: false }
    case 'depot-croissant':
      return { by: 'filing', isRising: true }
    case 'duree':
      return { by: 'minutes', isRising: false }
    case 'duree-croissante':
      return { by: 'minutes', isRising: true }
    case 'participants':
      return { by: 'participants', isRising: false }
    case 'participants-croissants':
      return { by: 'participants', isRising: true }
  }
}
