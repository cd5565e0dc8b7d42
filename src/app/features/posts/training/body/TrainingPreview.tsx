import { useCallback, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { TrainingBodyId } from '../../../../../domain/commitments/training/training-ids.ts'
import { lineFates, type TrainingImport } from '../../../../../domain/commitments/training/training-lines.ts'
import { halfLabels } from '../../../../../domain/commitments/training/training-words.ts'
import { errorCatalogue } from '../../../../../domain/errors.ts'
import type { Problem } from '../../../../../domain/problem.ts'
import { rememberError } from '../../../../data/last-errors.ts'
import { importTraining, type ImportOutcome } from '../../../../data/training.ts'
import { traineesAddress } from '../../../../later-addresses.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ButtonLink } from '../../../../ui/ButtonLink.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { DataTable, type Column } from '../../../../ui/DataTable.tsx'
import { formatDayInFigures } from '../../../../ui/format/date.ts'
import { counted } from '../../../../ui/format/number.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { NotSaid } from '../../NotSaid.tsx'
import type { TrainingPlan } from './training-plan.ts'

export interface TrainingPreviewProps {
  body: TrainingBodyId
  plan: TrainingPlan
  onBack: () => void
}

/** What would become of each line, by the server that decides it; then what has. */
export function TrainingPreview({ body, plan, onBack }: TrainingPreviewProps) {
  const [knowsSealed, setKnowsSealed] = useState(false)
  const [account, setAccount] = useState<TrainingImport>()
  const [progress, setProgress] = useState<TrainingImport>()
  const [state, setState] = useState<'trying' | 'asked' | 'running' | 'over'>('trying')
  const [refused, setRefused] = useState<{ problem: Problem | undefined }>()
  const take = useCallback((outcome: ImportOutcome, next: 'asked' | 'over') => {
    setProgress(undefined)
    setRefused(outcome.ok ? undefined : { problem: outcome.problem })
    if (outcome.ok) setAccount(outcome.account)
    setState(outcome.ok ? next : 'asked')
  }, [])
  useEffect(() => {
    let isAsked = true
    const lines = plan.lines.map(({ line }) => line)
    importTraining(body, lines, { isTrial: true, knowsSealed }, (known) => isAsked && setProgress(known))
      .then((outcome) => isAsked && take(outcome, 'asked'))
      .catch(rememberError)
    return () => {
      isAsked = false
    }
  }, [body, plan, knowsSealed, take])
  const bringIn = async () => {
    setState('running')
    const lines = plan.lines.map(({ line }) => line)
    take(await importTraining(body, lines, { isTrial: false, knowsSealed }, setProgress), 'over')
  }
  const count = (fate: keyof typeof lineFates) => (account?.fates ?? '').split(lineFates[fate]).length - 1
  const toBring = count('new') + count('changed')
  const isBusy = state === 'trying' || state === 'running'
  return (
    <Stack gap="section">
      {refused && <NotSaid problem={refused.problem} />}
      {state === 'over' && (
        <Notice
          tone={count('refused') + plan.unreadable.length > 0 ? 'warn' : 'good'}
          title={`${counted(toBring, 'demi-journée enregistrée', 'demi-journées enregistrées')}.`}
          actions={
            <Link href={traineesAddress(body)} asChild>
              <ButtonLink>Voir les stagiaires</ButtonLink>
            </Link>
          }
        >
          {count('refused') + plan.unreadable.length > 0 &&
            'Les lignes à corriger sont dans la liste, avec la raison.'}
        </Notice>
      )}
      {account && state !== 'over' && (
        <p>
          {counted(count('new'), 'demi-journée viendra', 'demi-journées viendront')},{' '}
          {counted(count('changed'), 'sera complétée', 'seront complétées')},{' '}
          {counted(count('known'), 'est déjà là', 'sont déjà là')},{' '}
          {counted(
            count('refused') + plan.unreadable.length,
            'ligne est à corriger',
            'lignes sont à corriger',
          )}
          .
        </p>
      )}
      {account?.refused.some(({ code }) => code === 'training-month-sealed') && (
        <Checkbox
          label="Corriger aussi les présences de mois que la structure a attestés"
          hint="Elle verra ce qui a été corrigé."
          checked={knowsSealed}
          onChange={({ target }) => setKnowsSealed(target.checked)}
        />
      )}
      {state !== 'over' && (
        <Row>
          <Button variant="primary" disabled={toBring === 0 || isBusy} onClick={() => void bringIn()}>
            Importer {counted(toBring, 'demi-journée', 'demi-journées')}
          </Button>
          <Button disabled={state === 'running'} onClick={onBack}>
            Revenir au fichier
          </Button>
        </Row>
      )}
      <Status>
        {isBusy && (progress ? `${progress.done} lignes sur ${progress.of}…` : 'Vérification des lignes…')}
      </Status>
      {account && <Lines {...{ plan, account }} isOver={state === 'over'} />}
    </Stack>
  )
}

interface Told {
  readonly key: string
  readonly n: number
  readonly what: string
  readonly fate: string
  readonly isWrong: boolean
}

const page = 200

function Lines({ plan, account, isOver }: { plan: TrainingPlan; account: TrainingImport; isOver: boolean }) {
  const [shown, setShown] = useState(page)
  const why = new Map(account.refused.map(({ line, code }) => [line, errorCatalogue[code].title]))
  const words: Readonly<Record<string, string>> = {
    [lineFates.new]: isOver ? 'Enregistré' : 'Nouveau',
    [lineFates.changed]: isOver ? 'Complété' : 'À compléter',
    [lineFates.known]: 'Déjà là',
  }
  const told: Told[] = [
    ...plan.unreadable.map(({ n, because }) => ({
      key: `u${n}`,
      n,
      what: '–',
      fate: `À corriger\u00A0: ${because}`,
      isWrong: true,
    })),
    ...plan.lines.map(({ n, line }, index) => ({
      key: String(index),
      n,
      what: `${line.trainee.includes('@') ? `${line.trainee}, ` : ''}${formatDayInFigures(line.day)}, ${halfLabels[line.half]}`,
      fate: why.has(index)
        ? `À corriger\u00A0: ${why.get(index)}`
        : (words[account.fates.charAt(index)] ?? ''),
      isWrong: why.has(index),
    })),
  ]
  // What is to be corrected first: the rest needs nobody.
  const sorted = told.toSorted((a, b) => Number(b.isWrong) - Number(a.isWrong) || a.n - b.n)
  const columns: Column<Told>[] = [
    { key: 'n', head: 'Ligne', cell: ({ n }) => n },
    { key: 'what', head: 'Demi-journée', onCard: 'shown', cell: ({ what }) => what },
    { key: 'fate', head: 'Ce qu’il en est', onCard: 'shown', cell: ({ fate }) => fate },
  ]
  return (
    <Stack>
      <DataTable
        caption={counted(told.length, 'ligne', 'lignes')}
        columns={columns}
        rows={sorted.slice(0, shown)}
        rowKey={({ key }) => key}
      />
      {shown < told.length && (
        <div>
          <Button onClick={() => setShown(shown + page)}>Afficher plus de lignes</Button>
        </div>
      )}
    </Stack>
  )
}
