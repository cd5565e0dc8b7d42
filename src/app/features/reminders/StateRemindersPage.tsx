import { useState } from 'react'
import type { SilentStructure, StateReminders } from '../../../domain/access/reminders.ts'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { groupBy } from '../../../domain/group-by.ts'
import type { ReminderReason } from '../../../domain/reminders/reminder-reasons.ts'
import { departmentCodes, departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'
import { addresses } from '../../addresses.ts'
import { rememberError } from '../../data/last-errors.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import { useToday } from '../../data/react/use-today.ts'
import {
  answerForState,
  fetchStateReminders,
  keepStateReminders,
  readKeptStateReminders,
  type RemittedTerritory,
} from '../../data/reminders.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted } from '../../ui/format/number.ts'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { ReasonButtons } from './ReasonButtons.tsx'
import { dayIn, sentInWords } from './reminder-words.ts'
import { RemindersState } from './RemindersState.tsx'
import { SilenceCard } from './SilenceCard.tsx'
import { SilenceList } from './SilenceList.tsx'
import { useAnswerOnce } from './use-answer-once.ts'
import { answeredInWords } from './watched-words.ts'

const byServer = { fetch: fetchStateReminders, keep: keepStateReminders, readKept: readKeptStateReminders }

/** Structures of the State's remit with posts that nothing has told of for a month and a half, by department. */
export function StateRemindersPage({ remit }: { remit: SignedInPerson['state'] }) {
  if (!remit) return <NotYours />
  const own = departmentCodes.find((code) => code === remit.department)
  return <OfRemit own={own ?? 'nation'} />
}

function OfRemit({ own }: { own: RemittedTerritory }) {
  const [territory, setTerritory] = useState(own)
  const { answer: read, phase, reload } = useServerAnswer(territory, byServer)
  return (
    <Page
      title="Relances"
      lead="Structures dont un poste n’a ni activité ni absence déclarée depuis un mois et demi. Les personnes ne sont pas nommées."
      back={{ href: addresses.home }}
    >
      <Stack gap="section">
        {own === 'nation' && <TerritoryField territory={territory} onTerritory={setTerritory} />}
        <RemindersState phase={phase} isEmpty={!read} />
        {read && <Shown read={read} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface TerritoryFieldProps {
  territory: RemittedTerritory
  onTerritory: (territory: RemittedTerritory) => void
}

function TerritoryField({ territory, onTerritory }: TerritoryFieldProps) {
  return (
    <SelectField
      label="Territoire"
      options={[
        { value: 'nation', label: 'France entière' },
        ...departmentCodes.map((code) => ({
          value: code as string,
          label: `${code} ${departmentName(code)}`,
        })),
      ]}
      value={territory}
      onChange={({ target }) =>
        onTerritory(departmentCodes.find((code) => code === target.value) ?? 'nation')
      }
    />
  )
}

function Shown({ read: { structures }, onChanged }: { read: StateReminders; onChanged: () => void }) {
  const answerOnce = useAnswerOnce(onChanged)
  if (structures.length === 0)
    return (
      <EmptyState icon="check" title="Aucun poste à relancer.">
        Chaque poste occupé a une activité depuis moins d’un mois et demi, ou une absence l’explique.
      </EmptyState>
    )
  const answer = ({ structureId }: SilentStructure, reason: ReminderReason) =>
    answerOnce(
      JSON.stringify([structureId, reason]),
      (key) => answerForState(structureId, { key, reason }),
      () => 'C’est noté.',
    ).catch(rememberError)
  return [...groupBy(structures, ({ department }) => department ?? '')].map(([code, ofDepartment]) => (
    <SilenceList
      key={code}
      title={isDepartmentCode(code) ? `${departmentName(code)} (${code})` : 'Sans département'}
    >
      {ofDepartment.map((structure) => (
        <OfStructure
          key={structure.structureId}
          structure={structure}
          onAnswer={(reason) => void answer(structure, reason)}
        />
      ))}
    </SilenceList>
  ))
}

interface OfStructureProps {
  structure: SilentStructure
  onAnswer: (reason: ReminderReason) => void
}

function OfStructure({ structure, onAnswer }: OfStructureProps) {
  const today = useToday()
  const { structureName, posts, hasResponsable, sent } = structure
  const since = posts.map(
    (post) => `depuis le ${dayIn(post.since, today)}, soit ${counted(post.days, 'jour', 'jours')}`,
  )
  return (
    <SilenceCard
      who={structureName}
      known={[
        ...(hasResponsable ? [] : ['Personne n’est encore responsable de cette structure dans Espace Coop.']),
        ...answeredInWords(structure, today, 'La structure'),
      ]}
      sent={sentInWords(sent, today)}
      actions={
        <Row>
          <ReasonButtons reader="state" about={structureName} onAnswer={onAnswer} />
        </Row>
      }
    >
      <p>
        {counted(posts.length, 'poste sans activité', 'postes sans activité')}&nbsp;: {since.join('\u00A0; ')}
        .
      </p>
    </SilenceCard>
  )
}

function NotYours() {
  return (
    <Page title="Relances" back={{ href: addresses.home }}>
      <EmptyState icon="lock" title="Vous n’avez pas accès à ces relances.">
        Elles sont montrées aux personnes qui lisent pour l’État.
      </EmptyState>
    </Page>
  )
}
