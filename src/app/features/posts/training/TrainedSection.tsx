import { useMemo } from 'react'
import type { StructureTraining, TrainedPerson } from '../../../../domain/access/training-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { trainingFactIdSchema } from '../../../../domain/commitments/training/training-ids.ts'
import { trainingRecord } from '../../../../domain/commitments/training/training-record.ts'
import {
  trainingOn,
  type TrainingStanding,
} from '../../../../domain/commitments/training/training-standing.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { sayTrainingForStructure } from '../../../data/training.ts'
import { Button } from '../../../ui/Button.tsx'
import { counted } from '../../../ui/format/number.ts'
import { formatDayInFigures } from '../../../ui/format/date.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { NotSaid } from '../NotSaid.tsx'
import { ofPerson } from '../of-person.ts'
import styles from '../posts.module.css'
import { StatusWord } from '../StatusWord.tsx'
import { useSaying } from '../use-saying.ts'
import { SessionList } from './SessionList.tsx'
import { TrainingFacts } from './TrainingFacts.tsx'

export interface TrainedSectionProps {
  structureId: StructureId
  person: TrainedPerson
  answer: StructureTraining
  today: CalendarDay
  /** Opens a form; undefined for who only reads. */
  onOpen: ((form: 'entrust' | 'take-up') => void) | undefined
  onDone: (words: string) => void
}

/** One advisor's training, as who employs them reads it. */
export function TrainedSection({ structureId, person, answer, today, onOpen, onDone }: TrainedSectionProps) {
  const { scope, name, contracts } = person
  const facts = useMemo(() => answer.facts.filter((fact) => fact.scope === scope), [answer, scope])
  const record = useMemo(() => trainingRecord(facts), [facts])
  const since = contracts.map(({ starts }) => starts).sort()[0] ?? today
  const standing = trainingOn(record, { since }, today)
  const reported = new Set(answer.reported.filter((one) => one.scope === scope).map(({ day }) => day))
  const body = answer.bodies.find(({ id }) => id === person.body)
  const saying = useSaying(() => onDone('C’est noté\u00A0: vous avez pris connaissance du calendrier.'))
  // What is acknowledged is what is on this page, and nothing that comes meanwhile.
  const until = facts
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const acknowledge = () =>
    void saying.say({ scope, until }, (id) =>
      sayTrainingForStructure(structureId, {
        scope,
        says: { id: trainingFactIdSchema.parse(id), kind: 'acknowledged', until: until ?? '' },
      }),
    )
  const id = `formation-${scope}`
  const hidden = <VisuallyHidden>{ofPerson(name)}</VisuallyHidden>
  return (
    <section aria-labelledby={id}>
      <Stack>
        <div className={styles.head}>
          <h2 id={id}>{name}</h2>
          <Summary standing={standing} />
        </div>
        {saying.refused && <NotSaid problem={saying.refused.problem} />}
        {standing.unseen.length > 0 && (
          <Notice
            tone="warn"
            announce="never"
            title={`${counted(standing.unseen.length, 'date du calendrier est nouvelle', 'dates du calendrier sont nouvelles')}.`}
            actions={
              onOpen && (
                <Button variant="primary" icon="check" disabled={saying.isSending} onClick={acknowledge}>
                  <span>J’ai pris connaissance {hidden}</span>
                </Button>
              )
            }
          />
        )}
        {standing.earlyOn !== null && (
          <Notice
            tone="warn"
            announce="never"
            title="Le public est reçu avant la fin de la formation initiale."
          >
            Depuis le {formatDayInFigures(standing.earlyOn)}. Ce parcours prévoit la formation avant la prise
            de poste.
          </Notice>
        )}
        <p>{body ? `Organisme\u00A0: ${body.name}.` : 'Aucun organisme de formation n’est choisi.'}</p>
        {standing.isKept && <TrainingFacts standing={standing} />}
        <SessionList {...{ record, today, name, reported }} />
        {onOpen && (
          <Row>
            <Button onClick={() => onOpen('entrust')}>
              <span>
                {body ? 'Changer d’organisme' : 'Choisir l’organisme'} {hidden}
              </span>
            </Button>
            {!record.tookUp && (
              <Button onClick={() => onOpen('take-up')}>
                <span>Noter la prise de poste {hidden}</span>
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </section>
  )
}

function Summary({ standing }: { standing: TrainingStanding }) {
  if (!standing.isKept) return <StatusWord tone="soft">Rien n’est noté</StatusWord>
  if (standing.unexcused.length > 0) return <StatusWord tone="bad">Absence sans motif accepté</StatusWord>
  if (standing.unseen.length > 0) return <StatusWord tone="warn">Calendrier à lire</StatusWord>
  return standing.isExempted || standing.doneOn !== null ? (
    <StatusWord tone="good">Formation initiale faite</StatusWord>
  ) : (
    <StatusWord tone="soft">Formation en cours</StatusWord>
  )
}
