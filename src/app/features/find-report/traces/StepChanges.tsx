import type { Json } from '../../../../domain/json.ts'
import { usePlaceNames } from '../../../data/react/use-place-names.ts'
import { FieldText } from '../FieldList.tsx'
import { fieldLines } from '../field-lines.ts'
import type { HistoryStep } from './history-steps.ts'

/** What a save changed, field by field. */
export function StepChanges({ step }: { step: HistoryStep }) {
  const places = usePlaceNames()
  const textOf = (field: string, value: Json) => fieldLines({ [field]: value }, places)[0]
  return (
    <ul>
      {step.changes.map(({ field, before, after }) => {
        const [was, is] = [textOf(field, before), textOf(field, after)]
        return (
          is && (
            <li key={field}>
              {is.label}&nbsp;: {was ? <FieldText line={was} /> : 'Rien'} → <FieldText line={is} />
            </li>
          )
        )
      })}
    </ul>
  )
}
