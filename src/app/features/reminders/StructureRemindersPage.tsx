import { useId } from 'react'
import { Link } from 'wouter'
import { absenceKindLabels, type AbsenceKind } from '../../../domain/absence/absence.ts'
import type { StructureReminders, StructureSilence } from '../../../domain/access/reminders.ts'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { addDays } from '../../../domain/calendar-day.ts'
import { isReached } from '../../../domain/reminders/reminder-readers.ts'
import type { ReminderReason } from '../../../domain/reminders/reminder-reasons.ts'
import { firstSilentDay } from '../../../domain/reminders/silence.ts'
import { structureAddress } from '../../addresses.ts'
import { structureAbsencesAddress } from '../../later-addresses.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { useToday } from '../../data/react/use-today.ts'
import {
  answerForStructure,
  fetchStructureReminders,
  keepStructureReminders,
  readKeptStructureReminders,
} from '../../data/reminders.ts'
import { declareAbsenceOf } from '../../data/structure-absences.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ReasonButtons } from './ReasonButtons.tsx'
import { dayIn, explainedBy, sentInWords, silenceInWords } from './reminder-words.ts'
import { RemindersState } from './RemindersState.tsx'
import { SilenceCard } from './SilenceCard.tsx'
import { SilenceList } from './SilenceList.tsx'
import { useAnswerOnce } from './use-answer-once.ts'

const byServer = {
  fetch: fetchStructureReminders,
  keep: keepStructureReminders,
  readKept: readKeptStructureReminders,
}

/** Who of a structure's advisors is silent since when, what explains it, what was sent, and one tap to answer. */
export function StructureRemindersPage({ membership }: { membership: Membership }) {
  const { structureId, structureName, role } = membership
  const { answer: read, phase, reload } = useServerAnswer(structureId, byServer)
  return (
    <Page
      title="Relances"
      documentTitle={`Relances, ${structureName}`}
      lead={`${structureName}. La personne est relancée après deux semaines sans activité, votre structure après un mois, la coordination et l’État après un mois et demi.`}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <RemindersState phase={phase} isEmpty={!read} />
        {read && (
          <Shown
            read={read}
            structureId={structureId}
            mayAnswer={role === 'responsable'}
            onChanged={reload}
          />
        )}
      </Stack>
    </Page>
  )
}

interface ShownProps extends Pick<Membership, 'structureId'> {
  read: StructureReminders
  mayAnswer: boolean
  onChanged: () => void
}

function Shown({ read: { silences }, ...rest }: ShownProps) {
  const today = useToday()
  if (silences.length === 0)
    return (
      <EmptyState icon="check" title="Personne à relancer.">
        Chaque personne a une activité depuis moins de deux semaines de travail, ou une absence l’explique.
      </EmptyState>
    )
  const isOurs = ({ turn }: StructureSilence) => isReached('structure', turn)
  const isAnswered = ({ stoppedUntil }: StructureSilence) => stoppedUntil !== null && today <= stoppedUntil
  const cards = (of: (silence: StructureSilence) => boolean) =>
    silences.filter(of).map((silence) => <OfAdvisor key={silence.advisorId} silence={silence} {...rest} />)
  return (
    <>
      <SilenceList title="À vous de répondre">{cards((one) => isOurs(one) && !isAnswered(one))}</SilenceList>
      <SilenceList title="Déjà répondu">{cards(isAnswered)}</SilenceList>
      <SilenceList title="La personne est relancée">
        {cards((one) => !isOurs(one) && !isAnswered(one))}
      </SilenceList>
    </>
  )
}

interface OfAdvisorProps extends Omit<ShownProps, 'read'> {
  silence: StructureSilence
}

function OfAdvisor({ silence, mayAnswer, ...rest }: OfAdvisorProps) {
  const today = useToday()
  const { advisorName, stoppedUntil, sent } = silence
  const isAnswered = stoppedUntil !== null && today <= stoppedUntil
  return (
    <SilenceCard
      who={advisorName}
      known={[
        ...explainedBy(silence, today),
        ...(isAnswered ? [`Pas d’autre relance avant le ${dayIn(addDays(stoppedUntil, 1), today)}.`] : []),
      ]}
      sent={sentInWords(sent, today)}
      actions={mayAnswer && <Answers silence={silence} {...rest} />}
    >
      <p>{silenceInWords(silence, today)}</p>
    </SilenceCard>
  )
}

const awayFor: readonly AbsenceKind[] = ['conge', 'maladie', 'formation']

function Answers({ silence, structureId, onChanged }: Omit<OfAdvisorProps, 'mayAnswer'>) {
  const today = useToday()
  const id = useId()
  const answerOnce = useAnswerOnce(onChanged)
  const { advisorId, advisorName } = silence
  const days = { from: firstSilentDay(silence), to: today }
  const declare = (kind: AbsenceKind) =>
    answerOnce(
      JSON.stringify([advisorId, kind, days]),
      async (key) => {
        const absence = { kind, ...days }
        const done = await declareAbsenceOf(structureId, { key, advisor: advisorId, absence })
        return done.ok ? { ok: true, isAsked: false } : done
      },
      () => `Absence enregistrée, ${advisorName} la verra sur son téléphone.`,
    ).catch(rememberError)
  const answer = (reason: ReminderReason) =>
    answerOnce(
      JSON.stringify([advisorId, reason]),
      (key) => answerForStructure({ key, advisor: advisorId, structure: structureId, reason }),
      (isAsked) =>
        reason === 'asked'
          ? askedWords(advisorName, isAsked)
          : 'C’est noté. Une réponse vaut pour un temps\u00A0: la relance reviendra si rien ne change.',
    ).catch(rememberError)
  return (
    <Stack gap="close">
      <Row>
        <ReasonButtons reader="structure" about={advisorName} onAnswer={(reason) => void answer(reason)} />
      </Row>
      <p id={id}>
        En absence du {dayIn(days.from, today)} à aujourd’hui
        <VisuallyHidden>, {advisorName}</VisuallyHidden>&nbsp;:
      </p>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- these act at once: a fieldset is of a form */}
      <div role="group" aria-labelledby={id}>
        <Row>
          {awayFor.map((kind) => (
            <Button key={kind} onClick={() => void declare(kind)}>
              {absenceKindLabels[kind]}
            </Button>
          ))}
          <Link href={structureAbsencesAddress(structureId)} asChild>
            <ButtonLink variant="quiet">D’autres jours</ButtonLink>
          </Link>
        </Row>
      </div>
    </Stack>
  )
}

function askedWords(name: string, isAsked: boolean): string {
  return isAsked
    ? `Un courriel part à ${name}, qui verra aussi votre demande dans Espace Coop.`
    : `${name} verra votre demande dans Espace Coop. Pas de courriel\u00A0: un seul par semaine, ou la personne n’en veut pas.`
}
