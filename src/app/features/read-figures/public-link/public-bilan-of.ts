import {
  bilanTitleMost,
  bilanWordsMost,
  lastDayOf,
  type LinkDuration,
  type LinkOwner,
  type LinkPreview,
  type PublicBilan,
} from '../../../../domain/access/public-link.ts'
import { frenchDayOf } from '../../../../domain/calendar-day.ts'
import type { BilanChoices } from '../../../data/bilan.ts'
import { keptPublicInformation } from '../../../data/public-information.ts'
import { timeBlock } from '../bilan/bilan-blocks.ts'
import type { BilanModel } from '../bilan/bilan-models.ts'
import { titleOf } from '../bilan/BilanSheets.tsx'
import { publicBlocks } from './public-blocks.ts'

/** Which names a link says. */
export interface NamesSaid {
  readonly structure: boolean
  readonly commune: boolean
}

/** A bilan as it would be published: what its author wrote and chose, on the figures that the server counted. */
export function publicBilanOf(of: {
  owner: LinkOwner
  model: BilanModel
  choices: BilanChoices
  preview: LinkPreview
  said: NamesSaid
  duration: LinkDuration
}): PublicBilan {
  const { owner, model, choices, preview, said, duration } = of
  const { figures } = preview
  return {
    owner: owner.kind,
    model: model.name,
    title: titleOf(model, choices).slice(0, bilanTitleMost),
    words: choices.words.slice(0, bilanWordsMost),
    blocks: choices.blocks.filter((name) => publishable.has(name)),
    of: {
      structures: said.structure ? preview.of.structures : [],
      communes: said.commune ? preview.of.communes : [],
    },
    figures,
    endsOn: lastDayOf(duration, frenchDayOf(new Date())),
    isDemonstration: keptPublicInformation()?.demonstration ?? false,
  }
}

const publishable: ReadonlySet<string> = new Set([timeBlock.name, ...publicBlocks.map(({ name }) => name)])
