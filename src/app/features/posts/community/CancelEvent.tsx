import { useState } from 'react'
import type { PublishedEvent } from '../../../../domain/access/community-on-the-wire.ts'
import { cancellingWordsMaxLength } from '../../../../domain/community/community-fact.ts'
import { communityFactIdSchema } from '../../../../domain/community/community-ids.ts'
import { sayOfEvent } from '../../../data/community.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { SayDialog } from '../SayDialog.tsx'
import { useSaying } from '../use-saying.ts'

export interface CancelEventProps {
  event: PublishedEvent
  onDone: (words: string) => void
  onClose: () => void
}

/** Says that an event doesn't take place: whom it concerns reads it, and why. */
export function CancelEvent({ event, onDone, onClose }: CancelEventProps) {
  const [words, setWords] = useState('')
  const saying = useSaying(() => onDone('Évènement annulé.'))
  const says = { kind: 'cancelled', words, replaces: event.last } as const
  return (
    <SayDialog
      title={`Annuler «\u00A0${event.details.title}\u00A0»`}
      action="Annuler cet évènement"
      isDestructive
      saying={saying}
      onSubmit={() =>
        void saying.say(says, (id) => sayOfEvent(event, { ...says, id: communityFactIdSchema.parse(id) }))
      }
      onClose={onClose}
    >
      <p>Les personnes concernées le verront, et leur calendrier aussi. Vous pourrez le publier à nouveau.</p>
      <TextField
        label="Pourquoi"
        hint="Ce que liront les personnes concernées. Pas de nom de personne."
        need="optional"
        autoComplete="off"
        maxLength={cancellingWordsMaxLength}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </SayDialog>
  )
}
