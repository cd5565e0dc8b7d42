import { useMemo } from 'react'
import { Link } from 'wouter'
import type { CalendarDay } from '../../../../domain/calendar-day.ts'
import { heldBy } from '../../../../domain/commitments/kit/kit-standing.ts'
import { structureKit } from '../../../../domain/commitments/kit/structure-kit.ts'
import type { ScopeId, StructureId } from '../../../../domain/ids.ts'
import { fetchStructureKit } from '../../../data/kit.ts'
import { handOverSheetAddress, structureKitAddress } from '../../../later-addresses.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { List } from '../../../ui/List.tsx'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Row } from '../../../ui/Row.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { useServerOnly } from '../server-only.ts'
import { loanDetail, loanTitle } from './kit-sentences.ts'

export interface ToBringBackProps {
  structureId: StructureId
  scope: ScopeId
  today: CalendarDay
}

/** What somebody who leaves brings back, where anything is known of it. */
export function ToBringBack({ structureId, scope, today }: ToBringBackProps) {
  const question = useMemo(() => ({ structure: structureId, orders: false }), [structureId])
  const { answer } = useServerOnly(question, fetchStructureKit)
  if (!answer) return null
  const held = heldBy(structureKit(answer.said.map(({ fact }) => fact)), scope, today)
  return (
    <section aria-labelledby="a-rendre">
      <Stack>
        <h2 id="a-rendre">Matériel à rendre</h2>
        {held.length === 0 ? (
          <p>Rien n’est noté à son nom aujourd’hui.</p>
        ) : (
          <List labelledBy="a-rendre">
            {held.map((loan) => (
              <ListRow key={loan.handed.id} icon="device" title={loanTitle(loan)} detail={loanDetail(loan)} />
            ))}
          </List>
        )}
        <div data-print="hide">
          <Row>
            <Link href={structureKitAddress(structureId)} asChild>
              <ButtonLink>Noter les retours</ButtonLink>
            </Link>
            {held.length > 0 && (
              <Link href={handOverSheetAddress(structureId, scope)} asChild>
                <ButtonLink icon="print">Fiche de remise</ButtonLink>
              </Link>
            )}
          </Row>
        </div>
      </Stack>
    </section>
  )
}
