import { pick } from '../../../domain/sync/fields.ts'
import { differingParts, keepCurrent, takeLost } from '../../data/conflicts.ts'
import type { OtherConflict } from '../../data/other-conflicts.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useCommune } from '../../data/react/use-commune.ts'
import { useOtherConflicts } from '../../data/react/use-other-conflicts.ts'
import { Button } from '../../ui/Button.tsx'
import { formatInstant } from '../../ui/format/instant.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TwoVersions, VersionSide } from '../../ui/TwoVersions.tsx'
import { documentTitle, versionLines, type VersionLine } from './version-lines.ts'

/** Pages of people, places, appointments and models that were changed in two places: both versions, and the choice. */
export function OtherVersions() {
  const conflicts = useOtherConflicts()
  if (!conflicts || conflicts.length === 0) return null
  return (
    <section aria-labelledby="deux-versions">
      <Stack gap="close">
        <h2 id="deux-versions">Deux versions</h2>
        {conflicts.map((one) => (
          <OneConflict key={one.conflict.id} {...one} />
        ))}
      </Stack>
    </section>
  )
}

function OneConflict({ conflict, body }: OtherConflict) {
  const db = useDatabase()
  const { collection, kind, id } = conflict
  const [title, when] = [documentTitle(collection, body), formatInstant(conflict.at)]
  if (kind === 'delete-vs-edit') {
    return (
      <Notice
        tone="warn"
        announce="never"
        title={`${title}\u00A0: supprimé sur un appareil et modifié sur un autre, le ${when}.`}
        actions={
          <>
            <Button onClick={() => void keepCurrent(db, id)}>Garder la version actuelle</Button>
            <Button onClick={() => void takeLost(db, id)}>Supprimer quand même</Button>
          </>
        }
      >
        <p>La modification l’a emporté&nbsp;: rien n’a disparu.</p>
      </Notice>
    )
  }
  const linesOf = (fields: typeof body, part: readonly string[]) =>
    versionLines(collection, pick(fields, part))
  const parts = differingParts(conflict, body).filter((part) => linesOf(conflict.lost, part).length > 0)
  return (
    <Notice
      tone="warn"
      announce="never"
      title={`${title}\u00A0: deux modifications en même temps, le ${when}.`}
    >
      <TwoVersions
        parts={parts.map((fields) => {
          const lost = linesOf(conflict.lost, fields)
          return {
            fields,
            label: lost[0]?.label,
            current: <VersionSide lines={linesOf(body, fields)} Text={LineText} />,
            other: <VersionSide lines={lost} Text={LineText} />,
          }
        })}
        onKeep={() => void keepCurrent(db, id)}
        onTake={(fields) => void takeLost(db, id, undefined, fields)}
      />
    </Notice>
  )
}

function LineText({ line: { text, commune } }: { line: VersionLine }) {
  return commune ? <InCommune code={commune} /> : text || 'Rien'
}

function InCommune({ code }: { code: string }) {
  const commune = useCommune(code)
  return commune ? commune.name : `Commune ${code}`
}
