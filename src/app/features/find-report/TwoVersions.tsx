import type { JsonObject } from '../../../domain/json.ts'
import { pick } from '../../../domain/sync/fields.ts'
import { differingParts, keepCurrent, takeLost, type LocalConflict } from '../../data/conflicts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { usePlaceNames } from '../../data/react/use-place-names.ts'
import { TwoVersions as TwoVersionsOf, VersionSide } from '../../ui/TwoVersions.tsx'
import { FieldText } from './FieldList.tsx'
import { fieldLines } from './field-lines.ts'

export interface TwoVersionsProps {
  conflict: LocalConflict
  /** The report as it stands. */
  current: JsonObject
}

/** Two versions of a report, field by field. */
export function TwoVersions({ conflict, current }: TwoVersionsProps) {
  const db = useDatabase()
  const placeNames = usePlaceNames()
  const linesOf = (fields: JsonObject) => fieldLines(fields, placeNames)
  // What this build can show.
  const parts = differingParts(conflict, current).filter(
    (fields) => linesOf(pick(conflict.lost, fields)).length > 0,
  )
  return (
    <TwoVersionsOf
      parts={parts.map((fields) => {
        const lost = linesOf(pick(conflict.lost, fields))
        return {
          fields,
          label: lost[0]?.label,
          current: <VersionSide lines={linesOf(pick(current, fields))} Text={FieldText} />,
          other: <VersionSide lines={lost} Text={FieldText} />,
        }
      })}
      onKeep={() => void keepCurrent(db, conflict.id)}
      onTake={(fields) => void takeLost(db, conflict.id, undefined, fields)}
    />
  )
}
