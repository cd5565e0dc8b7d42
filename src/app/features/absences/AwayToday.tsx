import type { AbsenceKind } from '../../../domain/absence/absence.ts'
import type { LocalAbsence } from '../../data/absences.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { kindInWords } from './absence-words.ts'

/** What one is away for on a day that wasn't planned: a part-time week is. */
const ofOneDay: readonly AbsenceKind[] = ['conge', 'maladie', 'formation', 'autre']

export interface AwayTodayProps {
  ofToday: readonly LocalAbsence[]
  onDeclare: (kind: AbsenceKind) => void
}

/** Away today: one tap on why. */
export function AwayToday({ ofToday, onDeclare }: AwayTodayProps) {
  const kinds = new Set(ofToday.map(({ kind }) => kindInWords(kind)))
  return (
    <section aria-labelledby="aujourdhui">
      <Stack gap="close">
        <h2 id="aujourdhui">Aujourd’hui</h2>
        {kinds.size > 0 ? (
          <p>Absence déclarée&nbsp;: {[...kinds].join(', ').toLowerCase()}.</p>
        ) : (
          <>
            <p>Absence de toute la journée. Choisissez le motif, elle est enregistrée, même sans réseau.</p>
            <Row>
              {ofOneDay.map((kind) => (
                <Button key={kind} onClick={() => onDeclare(kind)}>
                  {kindInWords(kind)}
                </Button>
              ))}
            </Row>
          </>
        )}
      </Stack>
    </section>
  )
}
