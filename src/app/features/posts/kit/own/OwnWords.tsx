import { useState } from 'react'
import type { KitFactOf } from '../../../../../domain/commitments/kit/kit-fact.ts'
import type { Kit } from '../../../../../domain/commitments/kit/structure-kit.ts'
import type { OwnKitWord } from '../../../../data/own-confirmations.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Disclosure } from '../../../../ui/Disclosure.tsx'
import { formatInstant } from '../../../../ui/format/instant.ts'
import { List } from '../../../../ui/List.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { asideWords, kitFactWords } from '../kit-sentences.ts'
import { WordMark } from './WordMark.tsx'

export interface OwnWordsProps {
  structureName: string
  kit: Kit
  /** What was handed over, whatever became of it: it tells what things are called. */
  handed: readonly KitFactOf<'handed'>[]
  words: readonly OwnKitWord[]
  onTakeBack: ((word: OwnKitWord) => void) | undefined
}

/** All that one has confirmed, the last first, what matches nothing too; each may be taken back. */
export function OwnWords({ structureName, kit, handed, words, onTakeBack }: OwnWordsProps) {
  const [isOpen, setOpen] = useState(false)
  if (words.length === 0) return null
  return (
    <Disclosure
      summary="Ce que vous avez confirmé"
      detail={'Une erreur\u00A0? Retirez-la, avec ou sans réseau'}
      open={isOpen}
      onToggle={setOpen}
    >
      <List label={`Ce que vous avez confirmé à ${structureName}`}>
        {words
          .toSorted((a, b) => Date.parse(b.fact.at) - Date.parse(a.fact.at))
          .map((word) => {
            const what = kitFactWords(word.fact, handed)
            return (
              <ListRow
                key={word.id}
                title={what}
                detail={`Dit le ${formatInstant(Date.parse(word.fact.at))}`}
                end={asideWords(kit, word.fact, handed)}
                state={<WordMark words={[word]} />}
                actions={
                  onTakeBack && (
                    <Button variant="quiet" onClick={() => onTakeBack(word)}>
                      <span>
                        Retirer <VisuallyHidden>{what}</VisuallyHidden>
                      </span>
                    </Button>
                  )
                }
              />
            )
          })}
      </List>
    </Disclosure>
  )
}
