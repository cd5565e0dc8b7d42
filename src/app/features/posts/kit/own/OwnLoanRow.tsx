import type { CalendarDay } from '../../../../../domain/calendar-day.ts'
import { loanStateOn } from '../../../../../domain/commitments/kit/kit-standing.ts'
import type { Loan } from '../../../../../domain/commitments/kit/structure-kit.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ListRow } from '../../../../ui/ListRow.tsx'
import { Row } from '../../../../ui/Row.tsx'
import { VisuallyHidden } from '../../../../ui/VisuallyHidden.tsx'
import { StatusWord } from '../../StatusWord.tsx'
import { formerWords, loanDetail, loanStanding, loanTitle } from '../kit-sentences.ts'
import { WordMark } from './WordMark.tsx'
import type { OfOwnKit } from './own-kit.ts'

export interface OwnLoanRowProps extends OfOwnKit {
  loan: Loan
  today: CalendarDay
}

/** A thing that one has: received, out of order, given back, each in a tap. */
export function OwnLoanRow({ loan, today, words, onSay }: OwnLoanRowProps) {
  const { tone, words: standing } = loanStanding(loan, today)
  const ofLoan = words.filter(({ fact }) => 'item' in fact && fact.item === loan.item)
  return (
    <ListRow
      icon="device"
      title={loanTitle(loan)}
      detail={[loanDetail(loan), ...formerWords(loan)].join('. ')}
      state={
        <>
          <StatusWord tone={tone}>{standing}</StatusWord> <WordMark words={ofLoan} />
        </>
      }
      actions={onSay && <Confirm {...{ loan, today, onSay }} />}
    />
  )
}

interface ConfirmProps {
  loan: Loan
  today: CalendarDay
  onSay: NonNullable<OfOwnKit['onSay']>
}

function Confirm({ loan, today, onSay }: ConfirmProps) {
  const { item, label, handed, received, back } = loan
  const state = loanStateOn(loan, today)
  const hidden = <VisuallyHidden>{loanTitle(loan)}</VisuallyHidden>
  const isBack = state === 'back-to-confirm'
  // What the structure says came back on a day is confirmed of that day.
  const backOn = back.structure?.day ?? today
  const confirmsBack = back.structure && { confirms: back.structure.id }
  return (
    <Row>
      {!received && !isBack && (
        <Button
          icon="check"
          onClick={() =>
            onSay({ kind: 'received', day: today, item, confirms: handed.id }, `${label}\u00A0: reçu.`)
          }
        >
          <span>Je l’ai reçu {hidden}</span>
        </Button>
      )}
      {!back.advisor && (received !== undefined || isBack) && (
        <Button
          onClick={() =>
            onSay({ kind: 'back', day: backOn, item, ...confirmsBack }, `${label}\u00A0: rendu.`)
          }
        >
          <span>
            {isBack ? 'Oui, je l’ai rendu' : 'Je l’ai rendu'} {hidden}
          </span>
        </Button>
      )}
      {state === 'held' && (
        <Button
          variant="quiet"
          onClick={() =>
            onSay({ kind: 'out-of-order', day: today, item, words: '' }, `${label}\u00A0: panne signalée.`)
          }
        >
          <span>En panne {hidden}</span>
        </Button>
      )}
    </Row>
  )
}
