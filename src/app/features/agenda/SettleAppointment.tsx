import type { LocalAppointment } from '../../data/appointments.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { useSayDone } from '../../ui/undo.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

export interface SettleAppointmentProps {
  appointment: LocalAppointment
  /** Nobody can have stayed away from what is still to come: it can only be cancelled. */
  isBegun?: boolean
}

/** That an accompaniment did not take place: at once, and can be taken back. */
export function SettleAppointment({ appointment: { id, title }, isBegun = true }: SettleAppointmentProps) {
  const db = useDatabase()
  const sayDone = useSayDone()
  const settle = async (state: 'pas_venu' | 'annule') => {
    const { settleAppointment } = await import('../../data/save-appointment.ts')
    const takeBack = await settleAppointment(db, id, state)
    sayDone({
      text: state === 'pas_venu' ? 'Noté : pas venu.' : 'Noté : rendez-vous annulé.',
      actions: [{ label: 'Annuler', onAct: () => void takeBack() }],
    })
  }
  return (
    <Row>
      {isBegun && (
        <Button variant="quiet" onClick={() => void settle('pas_venu')}>
          <span>
            Pas venu<VisuallyHidden> : {title}</VisuallyHidden>
          </span>
        </Button>
      )}
      <Button variant="quiet" onClick={() => void settle('annule')}>
        <span>
          Annulé<VisuallyHidden> : {title}</VisuallyHidden>
        </span>
      </Button>
    </Row>
  )
}
