import { useMemo } from 'react'
import type { ScopeId } from '../../../domain/ids.ts'
import type { ImportedDocument } from '../../data/import-part.ts'
import { Button } from '../../ui/Button.tsx'
import { counted } from '../../ui/format/number.ts'
import { Row } from '../../ui/Row.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { downloadRefused } from './download-refused.ts'
import { MatchValues } from './MatchValues.tsx'
import { countFates, documentsOf, type Fate } from './plan.ts'
import { PlannedLines } from './PlannedLines.tsx'
import { unknownValues } from './unknown-values.ts'
import type { BringIn, Step } from './use-bring-in.ts'

export interface PreviewProps {
  step: Extract<Step, { at: 'preview' }>
  scope: ScopeId
  bringIn: BringIn
  onBring: (documents: readonly ImportedDocument[]) => void
}

/** What will come, what won't and why, line by line, before anything is kept. */
export function Preview({ step, scope, bringIn, onBring }: PreviewProps) {
  const { source, matching, lines } = step
  const counts = useMemo(() => countFates(lines), [lines])
  const unknown = useMemo(() => unknownValues(lines), [lines])
  const table = 'table' in source ? source.table : undefined
  const coming = counts.comes + counts['comes-back']
  return (
    <Stack gap="section">
      <section aria-labelledby="apercu">
        <Stack>
          <h2 id="apercu">Ce qui viendra</h2>
          <ul>
            {sentencesOf(counts).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Row>
            {coming > 0 && (
              <Button variant="primary" onClick={() => onBring(documentsOf(lines))}>
                Reprendre {counted(coming, 'ligne', 'lignes')}
              </Button>
            )}
            {table && matching && (
              <Button onClick={() => bringIn.reviewColumns(table, matching)}>Revoir les colonnes</Button>
            )}
            {counts.refused > 0 && (
              <Button icon="download" onClick={() => downloadRefused(lines, source)}>
                Lignes qui ne viendront pas (CSV)
              </Button>
            )}
            <Button variant="quiet" onClick={bringIn.startAgain}>
              Choisir un autre fichier
            </Button>
          </Row>
        </Stack>
      </section>
      {table && matching && unknown.length > 0 && (
        <MatchValues
          values={unknown}
          meanings={matching.meanings}
          scope={scope}
          onMatched={(meanings) => bringIn.match(table, { ...matching, meanings })}
        />
      )}
      <PlannedLines lines={lines} counts={counts} />
    </Stack>
  )
}

function sentencesOf(counts: Readonly<Record<Fate, number>>): string[] {
  const { comes, there, refused } = counts
  const back = counts['comes-back']
  return [
    comes > 0 && counted(comes, 'ligne viendra.', 'lignes viendront.'),
    back > 0 && counted(back, 'ligne supprimée ici reviendra.', 'lignes supprimées ici reviendront.'),
    there > 0 &&
      counted(
        there,
        'ligne est déjà là, et reste telle quelle.',
        'lignes sont déjà là, et restent telles quelles.',
      ),
    refused > 0 && counted(refused, 'ligne ne viendra pas.', 'lignes ne viendront pas.'),
  ].filter((sentence) => sentence !== false)
}
