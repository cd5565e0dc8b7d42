import type { KitPerson } from '../../../../domain/access/kit-on-the-wire.ts'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { kitFactIdSchema } from '../../../../domain/commitments/kit/kit-ids.ts'
import type { StructureSaysKit } from '../../../../domain/commitments/kit/said-kit-fact.ts'
import type { ScopeId, StructureId } from '../../../../domain/ids.ts'
import { sayKitForStructure } from '../../../data/kit.ts'
import { useSaying, type Saying } from '../use-saying.ts'
import { AskOutfitForm } from './AskOutfitForm.tsx'
import { CorrectKitFact } from './CorrectKitFact.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import type { OpenedKit } from './kit-opened.ts'
import { ToldForm } from './ToldForm.tsx'
import { WithdrawKitFact } from './WithdrawKitFact.tsx'

export interface KitDialogProps {
  opened: OpenedKit
  /** Of the structure: to whom something was handed over. */
  people: readonly KitPerson[]
  structureId: StructureId
  today: CalendarDay
  onDone: (words: string) => void
  onClose: () => void
}

/** What each form is given: what it is about, and how to say it. */
export interface KitFormProps {
  today: CalendarDay
  saying: Saying
  /** Of whom the dialog is about, or of somebody else. */
  say: (says: WithoutId<StructureSaysKit['says']>, of?: ScopeId) => void
  onClose: () => void
}

/** What is said, before it has its id. */
type WithoutId<S> = S extends unknown ? Omit<S, 'id'> : never

/** The form of what is about to be said of somebody's kit. */
export function KitDialog({ opened, people, structureId, today, onDone, onClose }: KitDialogProps) {
  const saying = useSaying(() => onDone(opened.kind === 'corrected' ? 'C’est corrigé.' : 'C’est noté.'))
  const say: KitFormProps['say'] = (says, scope = opened.person.scope) =>
    void saying.say({ scope, says }, (id) =>
      sayKitForStructure(structureId, { scope, says: { ...says, id: kitFactIdSchema.parse(id) } }),
    )
  const form = { today, saying, say, onClose }
  const { person, own } = opened
  switch (opened.kind) {
    case 'outfit-asked':
      return <AskOutfitForm {...form} {...{ person, own }} />
    case 'handed':
      return <HandOverForm {...form} {...{ person, own }} equipment={opened.equipment} />
    case 'corrected':
      return <CorrectKitFact {...form} {...{ person, own, people }} fact={opened.fact} />
    case 'outfit-shipped':
    case 'outfit-received':
      return <ToldForm {...form} kind={opened.kind} of={opened.outfit} thing="la tenue" />
    case 'out-of-order':
    case 'repaired':
    case 'back':
      return <ToldForm {...form} kind={opened.kind} of={opened.loan} thing={opened.loan.label} />
    case 'withdrawn':
      return <WithdrawKitFact {...form} fact={opened.fact} words={opened.words} />
  }
}
