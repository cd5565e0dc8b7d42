import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { calendarOfEnds, type EndToTell } from '../../../../domain/commitments/calendar-of-ends.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/download-file.ts'
import { ofPerson } from '../of-person.ts'
import { nameOf, type ReadPost } from './read-post.ts'

export interface DownloadEndsProps {
  posts: readonly ReadPost[]
  answer: StructurePosts
  today: CalendarDay
}

/** Ends of contracts and agreements to come, for a calendar that reminds of them 6, 3 and 1 months before. */
export function DownloadEnds({ posts, answer, today }: DownloadEndsProps) {
  const ends = endsToTell(posts, answer)
  if (ends.length === 0) return null
  const download = () => {
    const file = new Blob([calendarOfEnds(ends, new Date())], { type: 'text/calendar;charset=utf-8' })
    downloadFile(`echeances-${today}.ics`, file)
  }
  return (
    <section aria-labelledby="echeances" data-print="hide">
      <h2 id="echeances">Échéances dans votre agenda</h2>
      <p>
        Un fichier pour votre agenda, avec la fin de chaque contrat et de chaque convention, et un rappel six,
        trois et un mois avant. Repris une seconde fois, il met à jour ce qu’il a déjà ajouté.
      </p>
      <Button icon="calendar" onClick={download}>
        Télécharger les échéances (iCalendar)
      </Button>
    </section>
  )
}

function endsToTell(posts: readonly ReadPost[], answer: StructurePosts): EndToTell[] {
  return posts.flatMap(({ id, reference, ends }) =>
    ends.map(({ what, ends: day, scope }) => ({
      uid: `${what}-${scope ?? id}`,
      day,
      title:
        what === 'contract' && scope
          ? `Fin du contrat ${ofPerson(nameOf(scope, answer))} (poste ${reference})`
          : `Fin de la convention du poste ${reference}`,
    })),
  )
}
