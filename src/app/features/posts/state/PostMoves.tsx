import { useState } from 'react'
import type { PostHolder, TerritoryPost } from '../../../../domain/access/territory-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from '../posts.module.css'
import { transfersOf } from './post-filters.ts'

/** That a post went to another structure, or goes back to the State; and the way to what each holder did with it. */
export function PostMoves({ post, today }: { post: TerritoryPost; today: CalendarDay }) {
  const transfers = transfersOf(post)
  return (
    <>
      {transfers.map(({ day, from, to }) => (
        <span key={day} className={styles.moved}>
          {day <= today ? 'Transféré' : 'À transférer'} le {formatDayInFigures(day)}, de {from.structureName}{' '}
          à {to.structureName}
        </span>
      ))}
      {post.returnedOn !== null && post.state !== 'returned' && (
        <span className={styles.moved}>À rendre le {formatDayInFigures(post.returnedOn)}</span>
      )}
      {transfers.length > 0 && <Histories post={post} />}
    </>
  )
}

function Histories({ post }: { post: TerritoryPost }) {
  const [isOpen, setOpen] = useState(false)
  const title = `Histoire du poste ${post.reference}`
  return (
    <div data-print="hide">
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <span>
          Histoire <VisuallyHidden>du poste {post.reference}</VisuallyHidden>
        </span>
      </Button>
      <Dialog open={isOpen} title={title} onClose={() => setOpen(false)}>
        <List label={title}>
          {post.holders.map((holder) => (
            <ListRow
              key={holder.from}
              icon="building"
              title={holder.structureName}
              detail={<HolderWords holder={holder} />}
            />
          ))}
        </List>
        {post.returnedOn !== null && <p>Rendu à l’État le {formatDayInFigures(post.returnedOn)}.</p>}
      </Dialog>
    </div>
  )
}

function HolderWords({ holder }: { holder: PostHolder }) {
  return (
    <>
      {daysWords(holder)}
      {holder.worked.length === 0 && (
        <>
          <br />
          Personne n’y a travaillé
        </>
      )}
      {holder.worked.map((days) => (
        <span key={days.from} className={styles.moved}>
          Occupé {daysWords(days)}
        </span>
      ))}
    </>
  )
}

function daysWords({ from, until }: Pick<PostHolder, 'from' | 'until'>): string {
  return until === null
    ? `depuis le ${formatDayInFigures(from)}`
    : `du ${formatDayInFigures(from)} au ${formatDayInFigures(until)}`
}
