import { useState } from 'react'
import type { SaidAbsence } from '../../../domain/absence/absence.ts'
import { absentOn } from '../../../domain/absence/absent-on.ts'
import type { OwnScope } from '../../../domain/access/signed-in-person.ts'
import type { CalendarDay } from '../../../domain/calendar-day.ts'
import type { ScopeId } from '../../../domain/ids.ts'
import { addresses } from '../../addresses.ts'
import {
  correctAbsence,
  declareAbsence,
  deleteAbsences,
  giveBackAbsence,
  type LocalAbsence,
} from '../../data/absences.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useOwnAbsences } from '../../data/react/use-own-absences.ts'
import { useToday } from '../../data/react/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Row } from '../../ui/Row.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { emptyAbsence, typedOf } from './absence-form.ts'
import { kindInWords } from './absence-words.ts'
import { AwayToday } from './AwayToday.tsx'
import { MonthsExpected } from './MonthsExpected.tsx'
import { OwnAbsences } from './OwnAbsences.tsx'

/** An advisor's absences: declared here, without network too, or by the employer. */
export function AbsencesPage({ scopes }: { scopes: readonly OwnScope[] }) {
  const absences = useOwnAbsences()
  const lead =
    'Votre structure les voit, avec leur motif. Votre coordination voit seulement que vous êtes absent.'
  return (
    <Page title="Mes absences" lead={lead} back={{ href: addresses.more }}>
      {scopes.length === 0 && <EmptyState icon="calendar" title="Vous n’êtes rattaché à aucune structure." />}
      {scopes.length > 0 && absences && <Absences scopes={scopes} absences={absences} />}
    </Page>
  )
}

/** What the dialog is open on: an absence, or a new one. */
type Open = LocalAbsence | 'new'

interface AbsencesProps {
  scopes: readonly OwnScope[]
  absences: readonly LocalAbsence[]
}

function Absences({ scopes, absences }: AbsencesProps) {
  const db = useDatabase()
  const today = useToday()
  const [open, setOpen] = useState<Open>()
  const declare = useDeclare()
  const everywhere = scopes.map(({ scope }) => scope)
  const ofToday = absences.filter((absence) => absentOn([absence], today) > 0)
  const remove = useRemove()
  return (
    <Stack gap="section">
      <AwayToday
        ofToday={ofToday}
        onDeclare={(kind) => void declare(everywhere, { kind, from: today, to: today })}
      />
      <Row>
        <Button icon="plus" onClick={() => setOpen('new')}>
          Déclarer d’autres jours
        </Button>
      </Row>
      <OwnAbsences absences={absences} scopes={scopes} today={today} onEdit={setOpen} onRemove={remove} />
      <MonthsExpected absences={absences} scopes={scopes} today={today} />
      {open === 'new' && (
        <NewAbsence {...{ scopes, absences, today }} onDeclare={declare} onClose={() => setOpen(undefined)} />
      )}
      {open && open !== 'new' && (
        <AbsenceDialog
          title="Modifier l’absence"
          action="Enregistrer"
          initial={typedOf(open)}
          others={absences.filter(({ id, scope }) => id !== open.id && scope === open.scope)}
          onSave={async (said) => {
            await correctAbsence(db, open, said)
            setOpen(undefined)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  )
}

type Declare = (scopes: readonly ScopeId[], said: SaidAbsence) => Promise<void>

/** Keeps an absence here, and says so, with the way back. */
function useDeclare(): Declare {
  const db = useDatabase()
  const sayDone = useSayDone()
  return async (scopes, said) => {
    const ids = await declareAbsence(db, scopes, said)
    sayDone({
      text: `Absence enregistrée\u00A0: ${kindInWords(said.kind).toLowerCase()}.`,
      actions: [{ label: 'Annuler', onAct: () => void deleteAbsences(db, ids) }],
    })
  }
}

function useRemove(): (absence: LocalAbsence) => void {
  const db = useDatabase()
  const sayDone = useSayDone()
  const remove = async ({ id }: LocalAbsence) => {
    await deleteAbsences(db, [id])
    sayDone({
      text: 'Absence supprimée.',
      actions: [{ label: 'Annuler', onAct: () => void giveBackAbsence(db, id) }],
    })
  }
  return (absence) => void remove(absence)
}

interface NewAbsenceProps extends AbsencesProps {
  today: CalendarDay
  onDeclare: Declare
  onClose: () => void
}

/** At every structure of one's own, unless said otherwise: whoever is ill is so everywhere. */
function NewAbsence({ scopes, absences, today, onDeclare, onClose }: NewAbsenceProps) {
  const [where, setWhere] = useState<ScopeId>()
  const chosen = scopes.filter(({ scope }) => where === undefined || scope === where)
  return (
    <AbsenceDialog
      title="Déclarer une absence"
      action="Déclarer cette absence"
      initial={emptyAbsence(today)}
      others={absences.filter(({ scope }) => chosen.some((own) => own.scope === scope))}
      who={
        scopes.length > 1 && (
          <SelectField
            label="Pour quelle structure"
            options={[
              { value: '', label: 'Toutes' },
              ...scopes.map(({ scope, structureName }) => ({ value: scope, label: structureName })),
            ]}
            value={where ?? ''}
            onChange={({ target }) => setWhere(scopes.find(({ scope }) => scope === target.value)?.scope)}
          />
        )
      }
      onSave={async (said) => {
        await onDeclare(
          chosen.map(({ scope }) => scope),
          said,
        )
        onClose()
      }}
      onClose={onClose}
    />
  )
}
