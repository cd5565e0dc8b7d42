import type { ReactNode } from 'react'
import type { StructurePosts } from '../../../../domain/access/structure-posts.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { postRoleLabels } from '../../../../domain/commitments/post-words.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { lastingWords } from '../days-words.ts'
import styles from '../posts.module.css'
import { StatusWord } from '../StatusWord.tsx'
import { ClockNotice } from './ClockNotice.tsx'
import { Contracts } from './Contracts.tsx'
import { Offers } from './Offers.tsx'
import type { OpenDialog } from './PostDialog.tsx'
import { PostHistory } from './PostHistory.tsx'
import type { ReadPost } from './read-post.ts'
import { standingTone, standingWords } from './standing-words.ts'
import { Steps } from './Steps.tsx'

export interface PostSectionProps {
  post: ReadPost
  answer: StructurePosts
  today: CalendarDay
  structureId: StructureId
  /** For who may say what happens; none for who only reads. */
  onOpen: ((dialog: OpenDialog) => void) | undefined
  /** Something was done, in words. */
  onDone: (words: string) => void
}

/** One post: where it stands, the recruitment, who works there, and all that was said of it. */
export function PostSection(props: PostSectionProps) {
  const { post, today, onOpen } = props
  const { id, reference, standing, clock } = post
  if (!standing) return null
  const isOurs = standing.state === 'occupied' || standing.state === 'vacant'
  return (
    <section aria-labelledby={`post-${id}`}>
      <Stack>
        <div className={styles.head}>
          <h2 id={`post-${id}`}>Poste {reference}</h2>
          <StatusWord tone={standingTone(standing, clock)}>{standingWords[standing.state]}</StatusWord>
        </div>
        <PostFacts post={post} today={today} />
        {clock && <ClockNotice clock={clock} today={today} />}
        {isOurs && onOpen && (
          <div data-print="hide">
            <Row>
              {standing.state === 'vacant' && (
                <Button icon="plus" onClick={() => onOpen({ kind: 'step', post })}>
                  <span>
                    Noter une étape <VisuallyHidden>du poste {reference}</VisuallyHidden>
                  </span>
                </Button>
              )}
              <Button icon="pencil" onClick={() => onOpen({ kind: 'contract', post })}>
                <span>
                  Enregistrer un contrat <VisuallyHidden>du poste {reference}</VisuallyHidden>
                </span>
              </Button>
            </Row>
          </div>
        )}
        {standing.state === 'vacant' && <Steps {...props} since={standing.since} />}
        <Offers {...props} />
        <Contracts {...props} />
        <PostHistory {...props} />
      </Stack>
    </section>
  )
}

function PostFacts({ post: { life, standing, ends }, today }: { post: ReadPost; today: CalendarDay }) {
  const convention = ends.find(({ what }) => what === 'convention')
  return (
    <dl className={styles.facts}>
      <Fact name="Fonction">
        {life.notified ? postRoleLabels[life.notified.role] : ''}
        {life.notified?.isAdditional && ', poste supplémentaire'}
      </Fact>
      {life.notified && <Fact name="Notifié le">{formatDayInFigures(life.notified.day)}</Fact>}
      {standing && (
        <Fact name={`${standingWords[standing.state]} depuis le`}>
          {formatDayInFigures(standing.since)} ({lastingWords(standing.since, today)})
        </Fact>
      )}
      {convention && <Fact name="Convention jusqu’au">{formatDayInFigures(convention.ends)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
