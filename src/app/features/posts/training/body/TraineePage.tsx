import { useMemo, useState } from 'react'
import type { TraineeTraining } from '../../../../../domain/access/training-on-the-wire.ts'
import type { TrainingBodyId } from '../../../../../domain/commitments/training/training-ids.ts'
import { trainingRecord } from '../../../../../domain/commitments/training/training-record.ts'
import { trainingOn } from '../../../../../domain/commitments/training/training-standing.ts'
import type { ScopeId } from '../../../../../domain/ids.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { fetchTrainee } from '../../../../data/training.ts'
import { traineesAddress } from '../../../../later-addresses.ts'
import { Button } from '../../../../ui/Button.tsx'
import { formatDayInFigures } from '../../../../ui/format/date.ts'
import { Page } from '../../../../ui/Page.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useSayDone } from '../../../../ui/undo.ts'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { SessionList } from '../SessionList.tsx'
import { sessionDetail, sessionTitle, type Session } from '../training-sentences.ts'
import { TrainingFacts } from '../TrainingFacts.tsx'
import { BodyDialog, type OpenedForm } from './BodyDialog.tsx'

/** One trainee of a body: the test, the calendar, who was there, exams; each said here. */
export function TraineePage({ body, scope }: { body: TrainingBodyId; scope: ScopeId }) {
  const question = useMemo(() => ({ body, scope }), [body, scope])
  const { answer, phase, reload } = useServerOnly(question, fetchTrainee)
  return (
    <Page
      title={answer?.name ?? 'Stagiaire'}
      lead={answer?.structureName}
      back={{ href: traineesAddress(body) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown {...{ body, trainee: answer }} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface ShownProps {
  body: TrainingBodyId
  trainee: TraineeTraining
  onChanged: () => void
}

function Shown({ body, trainee, onChanged }: ShownProps) {
  const today = useToday()
  const sayDone = useSayDone()
  const [opened, setOpened] = useState<OpenedForm>()
  const record = useMemo(() => trainingRecord(trainee.facts), [trainee])
  const since = trainee.contracts.map(({ starts }) => starts).sort()[0] ?? today
  const standing = trainingOn(record, { since }, today)
  return (
    <>
      <p>{trainee.contracts.map(contractWords).join('. ')}.</p>
      <section aria-labelledby="ou-en-est">
        <Stack>
          <h2 id="ou-en-est">Où en est la formation</h2>
          <TrainingFacts standing={standing} />
          <Row>
            <Button onClick={() => setOpened({ kind: 'positioned' })}>Noter le test de positionnement</Button>
            {!record.completed && (
              <Button onClick={() => setOpened({ kind: 'completed' })}>Noter la fin de formation</Button>
            )}
            <Button onClick={() => setOpened({ kind: 'module' })}>Noter un module</Button>
            <Button onClick={() => setOpened({ kind: 'exempted' })}>Noter une dispense</Button>
          </Row>
        </Stack>
      </section>
      <section aria-labelledby="calendrier">
        <Stack>
          <h2 id="calendrier">Calendrier</h2>
          <Row>
            <Button icon="plus" onClick={() => setOpened({ kind: 'half-day' })}>
              Ajouter une demi-journée
            </Button>
            <Button icon="plus" onClick={() => setOpened({ kind: 'convoked' })}>
              Convoquer à un examen
            </Button>
          </Row>
          <SessionList
            {...{ record, today }}
            name={trainee.name}
            renderActions={(session) => <Actions {...{ session, today }} onOpen={setOpened} />}
          />
        </Stack>
      </section>
      {opened && (
        <BodyDialog
          key={`${opened.kind} ${'session' in opened ? opened.session.session : ''}`}
          {...{ opened, body, today }}
          scope={trainee.scope}
          path={standing.path}
          onDone={(text) => {
            setOpened(undefined)
            sayDone({ text })
            onChanged()
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}

function contractWords({ starts, ends }: TraineeTraining['contracts'][number]): string {
  return ends === null
    ? `Contrat depuis le ${formatDayInFigures(starts)}`
    : `Contrat du ${formatDayInFigures(starts)} au ${formatDayInFigures(ends)}`
}

interface ActionsProps {
  session: Session
  today: string
  onOpen: (opened: OpenedForm) => void
}

/** What can be said next of a half-day or an exam. */
function Actions({ session, today, onOpen }: ActionsProps) {
  const { planned, cancelled, attended } = session
  if (cancelled) return null
  const hidden = (
    <VisuallyHidden>
      {sessionTitle(session)}, {sessionDetail(session)}
    </VisuallyHidden>
  )
  const sat = planned.kind === 'convoked' && attended?.presence === 'present'
  return (
    <Row>
      {planned.day <= today && (
        <Button onClick={() => onOpen({ kind: 'attended', session })}>
          <span>
            {attended ? 'Corriger la présence' : 'Noter la présence'} {hidden}
          </span>
        </Button>
      )}
      {sat && 'result' in session && !session.result && (
        <Button onClick={() => onOpen({ kind: 'exam-result', session })}>
          <span>Noter le résultat {hidden}</span>
        </Button>
      )}
      {!attended && (
        <Button variant="quiet" onClick={() => onOpen({ kind: 'cancelled', session })}>
          <span>Annuler {hidden}</span>
        </Button>
      )}
    </Row>
  )
}
