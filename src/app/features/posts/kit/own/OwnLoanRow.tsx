import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { loanStateOn } from '../../../../../domain/commitments/kit/kit-standing.ts'
import type { Loan } from '../../../../../domain/commitments/kit/structure-kit.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { StatusWord } from '../../StatusWord.tsx'
import { loanDetail, loanStanding, loanTitle } from '../kit-sentences.ts'
import { saidOn, type SayOwn } from './own-says.ts'

export interface OwnLoanRowProps {
  loan: Loan
  today: CalendarDay
  isSending: boolean
  onSay: SayOwn
}

/** A thing that one has: received, out of order, given back, each in a tap. */
export function OwnLoanRow({ loan, today, isSending, onSay }: OwnLoanRowProps) {
  const { item, received, back } = loan
  const state = loanStateOn(loan, today)
  const { tone, words } = loanStanding(loan, today)
  const hidden = <VisuallyHidden>{loanTitle(loan)}</VisuallyHidden>
  const isBack = state === 'back-to-confirm'
  // What the structure says came back on a day is confirmed of that day.
  const backOn = back.structure?.day ?? today
  return (
    <ListRow
      icon="device"
      title={loanTitle(loan)}
      detail={loanDetail(loan)}
      state={<StatusWord tone={tone}>{words}</StatusWord>}
      actions={
        <Row>
          {!received && !isBack && (
            <Button
              icon="check"
              disabled={isSending}
              onClick={() =>
                onSay({ ...saidOn(today), kind: 'received', item }, `${loan.label}\u00A0: reçu.`)
              }
            >
              <span>Je l’ai reçu {hidden}</span>
            </Button>
          )}
          {!back.advisor && (received !== undefined || isBack) && (
            <Button
              disabled={isSending}
              onClick={() => onSay({ ...saidOn(backOn), kind: 'back', item }, `${loan.label}\u00A0: rendu.`)}
            >
              <span>
                {isBack ? 'Oui, je l’ai rendu' : 'Je l’ai rendu'} {hidden}
              </span>
            </Button>
          )}
          {state === 'held' && (
            <Button
              variant="quiet"
              disabled={isSending}
              onClick={() =>
                onSay(
                  { ...saidOn(today), kind: 'out-of-order', item, words: '' },
                  `${loan.label}\u00A0: panne signalée.`,
                )
              }
            >
              <span>En panne {hidden}</span>
            </Button>
          )}
        </Row>
      }
    />
  )
}
