import { useState } from 'react'
import type { Membership } from '../../../../domain/access/signed-in-person.ts'
import type { StructureAbsence, StructureAbsences } from '../../../../domain/access/structure-absences.ts'
import { structureAddress } from '../../../addresses.ts'
import { withdrawAbsence } from '../../../data/structure-absences.ts'
import { useToday } from '../../../data/react/use-today.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useSayDone } from '../../../ui/undo.ts'
import { AbsenceRows } from './AbsenceRows.tsx'
import { AbsencesState } from './AbsencesState.tsx'
import { DeclareAbsence } from './DeclareAbsence.tsx'
import { useStructureAbsences } from './use-structure-absences.ts'

/** Absences of a structure's advisors, for its members; who is *responsable* declares them too. */
export function StructureAbsencesPage({ membership }: { membership: Membership }) {
  const { structureId, structureName } = membership
  const { answer: read, phase, reload } = useStructureAbsences(structureId)
  return (
    <Page
      title="Absences"
      documentTitle={`Absences, ${structureName}`}
      lead={`${structureName}. Le motif est un mot d’une liste\u00A0: rien de médical n’est demandé.`}
      back={{ href: structureAddress(structureId) }}
    >
      <Stack gap="section">
        <AbsencesState phase={phase} isEmpty={!read} />
        {read && <Shown {...{ membership, read }} onChanged={reload} />}
      </Stack>
    </Page>
  )
}

interface ShownProps {
  membership: Membership
  read: StructureAbsences
  onChanged: () => void
}

function Shown({ membership: { structureId, role }, read, onChanged }: ShownProps) {
  const today = useToday()
  const sayDone = useSayDone()
  const [isDeclaring, setDeclaring] = useState(false)
  const mayDeclare = role === 'responsable'
  const withdraw = async ({ id, advisorName }: StructureAbsence) => {
    const done = await withdrawAbsence(structureId, id)
    sayDone({ text: done.ok ? `Absence retirée\u00A0: ${advisorName}.` : done.sentence || withoutNetwork })
    if (done.ok) onChanged()
  }
  if (read.advisors.length === 0)
    return <EmptyState icon="people" title="Personne n’est rattaché à votre structure pour le moment." />
  return (
    <>
      {mayDeclare && (
        <Row>
          <Button icon="plus" onClick={() => setDeclaring(true)}>
            Déclarer une absence
          </Button>
        </Row>
      )}
      <AbsenceRows
        absences={read.absences}
        today={today}
        {...(mayDeclare && { onWithdraw: (absence: StructureAbsence) => void withdraw(absence) })}
      />
      {isDeclaring && (
        <DeclareAbsence
          structureId={structureId}
          read={read}
          today={today}
          onDone={(advisorName) => {
            setDeclaring(false)
            sayDone({ text: `Absence enregistrée, ${advisorName} la verra sur son téléphone.` })
            onChanged()
          }}
          onClose={() => setDeclaring(false)}
        />
      )}
    </>
  )
}

const withoutNetwork = 'Le serveur ne répond pas. L’absence est toujours là\u00A0: réessayez avec du réseau.'
