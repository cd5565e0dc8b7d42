import { themeLabels } from '../../../domain/report/themes.ts'
import type { Choice } from '../../ui/choice.ts'
import { choicesOf } from './choices.ts'

/** Themes as chips, this advisor's usual ones first. */
export function themeChoices(usual: readonly string[], chosen: readonly string[]): Choice[] {
  return choicesOf(labelsOnChips, { first: [...usual, ...firstForAll], chosen })
}

/** Shorter words where the chip would take a line of a phone by itself. */
const labelsOnChips = {
  ...themeLabels,
  aide_aux_demarches_administratives: 'Démarches administratives',
  reseaux_sociaux: 'Réseaux sociaux',
}

/** What advisors are asked most, for one who has no habits yet. */
const firstForAll = [
  'aide_aux_demarches_administratives',
  'email',
  'prendre_en_main_du_materiel',
  'navigation_sur_internet',
  'securite_numerique',
]
