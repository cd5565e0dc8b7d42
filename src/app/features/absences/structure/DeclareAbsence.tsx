import { useRef, useState } from 'react'
import type { StructureAbsences } from '../../../../domain/access/structure-absences.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import type { StructureId } from '../../../../domain/ids.ts'
import { newDocumentId } from '../../../data/new-id.ts'
import { declareAbsenceOf } from '../../../data/structure-absences.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { AbsenceDialog, Refused } from '../AbsenceDialog.tsx'
import { emptyAbsence } from '../absence-form.ts'

export interface DeclareAbsenceProps {
  structureId: StructureId
  read: StructureAbsences
  today: CalendarDay
  onDone: (advisorName: string) => void
  onClose: () => void
}

/** An absence that the employer declares for one of its advisors. */
export function DeclareAbsence({ structureId, read, today, onDone, onClose }: DeclareAbsenceProps) {
  const [advisor, setAdvisor] = useState(read.advisors[0])
  const keyFor = useKeyOfTry()
  return (
    <AbsenceDialog
      title="Déclarer une absence"
      action="Déclarer cette absence"
      initial={emptyAbsence(today)}
      others={read.absences.filter(({ advisorId }) => advisorId === advisor?.id)}
      who={
        <SelectField
          label="Qui"
          options={read.advisors.map(({ id, name }) => ({ value: id, label: name }))}
          value={advisor?.id ?? ''}
          onChange={({ target }) => setAdvisor(read.advisors.find(({ id }) => id === target.value))}
        />
      }
      onSave={async (absence) => {
        if (!advisor) return
        const said = { advisor: advisor.id, absence }
        const done = await declareAbsenceOf(structureId, { key: keyFor(JSON.stringify(said)), ...said })
        if (!done.ok)
          throw new Refused(
            done.sentence ||
              'Le serveur ne répond pas. Rien n’est perdu ici\u00A0: réessayez avec du réseau.',
          )
        onDone(advisor.name)
      }}
      onClose={onClose}
    />
  )
}

/** The same key as long as the same is tried: an answer that was lost leaves no second absence. */
function useKeyOfTry(): (said: string) => string {
  const last = useRef<{ said: string; key: string }>(undefined)
  return (said) => {
    if (last.current?.said !== said) last.current = { said, key: newDocumentId() }
    return last.current.key
  }
}
