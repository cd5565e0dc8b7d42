import type { TerritoryPost } from '../../../../domain/access/territory-posts.ts'

export const stateWords: Readonly<Record<TerritoryPost['state'], string>> = {
  occupied: 'Occupé',
  vacant: 'Vacant',
  returned: 'Rendu',
  'not-yet': 'À venir',
}
