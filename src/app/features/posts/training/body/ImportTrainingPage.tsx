import { useState } from 'react'
import type { Trainees } from '../../../../../domain/access/training-on-the-wire.ts'
import type { CalendarRead } from '../../../../../domain/appointment/planned-event.ts'
import type { TrainingBodyId } from '../../../../../domain/commitments/training/training-ids.ts'
import {
  likelyTrainingLayout,
  neededTrainingColumns,
  trainingColumnNames,
  trainingColumns,
} from '../../../../../domain/commitments/training/training-file.ts'
import { openFile } from '../../../../data/files/open-file.ts'
import type { Table } from '../../../../data/files/table.ts'
import { useToday } from '../../../../data/react/use-today.ts'
import { readTrainingCalendar } from '../../../../data/training-calendar.ts'
import { fetchTrainees } from '../../../../data/training.ts'
import { traineesAddress } from '../../../../later-addresses.ts'
import { FileField } from '../../../../ui/FileField.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { MatchFileColumns } from '../../MatchFileColumns.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { ChooseFollowers } from './ChooseFollowers.tsx'
import { planOfCalendar, planOfTable, type TrainingPlan } from './training-plan.ts'
import { TrainingPreview } from './TrainingPreview.tsx'

/** Brings in a calendar: the file, what its columns are or who follows it, then line by line what would come. */
export function ImportTrainingPage({ body }: { body: TrainingBodyId }) {
  const { answer, phase, reload } = useServerOnly(body, fetchTrainees)
  return (
    <Page
      title="Importer un calendrier"
      lead="Rien n’est enregistré avant que vous n’ayez vu, ligne par ligne, ce qui viendra."
      back={{ href: traineesAddress(body) }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Steps body={body} trainees={answer.trainees} />}
      </Stack>
    </Page>
  )
}

const unreadable =
  'Ce fichier ne peut pas être lu. Choisissez un classeur (.xlsx), un CSV avec une ligne de titres, ou un agenda (.ics).'

type Opened = { readonly table: Table } | { readonly calendar: CalendarRead }

function Steps({ body, trainees }: { body: TrainingBodyId; trainees: Trainees['trainees'] }) {
  const today = useToday()
  const [opened, setOpened] = useState<Opened>()
  const [plan, setPlan] = useState<TrainingPlan>()
  const [error, setError] = useState<string>()
  const choose = async (file: File) => {
    const read = await open(file)
    setError(read ? undefined : unreadable)
    setOpened(read)
  }
  const open = async (file: File): Promise<Opened | undefined> => {
    if (/\.ics$/i.test(file.name)) {
      const calendar = await readTrainingCalendar(file, today)
      return calendar && { calendar }
    }
    const read = await openFile(file, new AbortController().signal).catch(() => undefined)
    return read?.ok && 'table' in read ? { table: read.table } : undefined
  }
  if (plan) return <TrainingPreview {...{ body, plan }} onBack={() => setPlan(undefined)} />
  if (!opened) {
    return (
      <FileField
        label="Calendrier, présences ou examens"
        hint="Tableau (.csv, .xlsx), une ligne par demi-journée et par personne, ou agenda (.ics). Importé deux fois, un fichier ne double rien."
        accept=".csv,.txt,.xlsx,.ics,text/csv,text/calendar"
        error={error}
        onChoose={(file) => void choose(file)}
      />
    )
  }
  const cancel = () => setOpened(undefined)
  if ('calendar' in opened) {
    return (
      <ChooseFollowers
        trainees={trainees}
        events={opened.calendar.events.length}
        onChosen={(followers, kind) => setPlan(planOfCalendar(opened.calendar, followers, kind))}
        onCancel={cancel}
      />
    )
  }
  return (
    <MatchFileColumns
      table={opened.table}
      columns={trainingColumns}
      names={trainingColumnNames}
      needed={neededTrainingColumns}
      initial={likelyTrainingLayout(opened.table.heads)}
      onMatched={(layout) => setPlan(planOfTable(opened.table, layout))}
      onCancel={cancel}
    />
  )
}
