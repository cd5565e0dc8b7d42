import { useState } from 'react'
import type { ReadinessOfTerritory } from '../../../../../domain/access/readiness-on-the-wire.ts'
import type { SignedInPerson } from '../../../../../domain/access/signed-in-person.ts'
import { readinessNotes } from '../../../../../domain/commitments/readiness/readiness-words.ts'
import { departmentName, isDepartmentCode } from '../../../../../domain/territory/departments.ts'
import { addresses } from '../../../../addresses.ts'
import { fetchTerritoryReadiness } from '../../../../data/readiness.ts'
import { Button } from '../../../../ui/Button.tsx'
import { downloadFile } from '../../../../ui/download-file.ts'
import { formatDayWithYear } from '../../../../ui/format/date.ts'
import { formatTime } from '../../../../ui/format/instant.ts'
import { Page } from '../../../../ui/Page.tsx'
import { Row } from '../../../../ui/Row.tsx'
import type { Sort } from '../../../../ui/SortHead.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { PostsState } from '../../PostsState.tsx'
import { useServerOnly } from '../../server-only.ts'
import { NotForState } from '../../state/NotForState.tsx'
import { ReadinessDefinitions } from '../ReadinessDefinitions.tsx'
import { ReadinessFilters } from './ReadinessFilters.tsx'
import { readinessFile } from './readiness-file.ts'
import { boardMeasures, linesShown, noFilters } from './readiness-lines.ts'
import { ReadinessTable } from './ReadinessTable.tsx'

const title = 'Formation et équipement'

/** Of how many advisors training is done and equipment is there, by department, for the State. */
export function StateReadinessPage({ remit }: { remit: SignedInPerson['state'] }) {
  return remit ? <Board department={remit.department} /> : <NotForState title={title} />
}

function Board({ department }: { department: string | null }) {
  const { answer, phase, reload } = useServerOnly(department, fetchTerritoryReadiness)
  const territory =
    department !== null && isDepartmentCode(department)
      ? `${departmentName(department)} (${department})`
      : 'France entière'
  return (
    <Page
      title={title}
      documentTitle={`${title}, ${territory}`}
      lead={`${territory}. Combien de personnes en poste sont formées, certifiées, équipées.`}
      wide
      back={{ href: addresses.home }}
    >
      <Stack gap="section">
        <PostsState phase={phase} isEmpty={!answer} onAgain={reload} />
        {answer && <Shown {...{ answer, isNational: department === null }} />}
      </Stack>
    </Page>
  )
}

function Shown({ answer, isNational }: { answer: ReadinessOfTerritory; isNational: boolean }) {
  const [filters, setFilters] = useState(noFilters)
  const [sort, setSort] = useState<Sort>({ key: 'department', direction: 'ascending' })
  const lines = linesShown(answer, { isNational, filters, sort })
  const save = () => downloadFile(`formation-equipement-${answer.today}.csv`, readinessFile(lines, answer))
  return (
    <>
      <p>
        Chiffres du {formatDayWithYear(answer.today)}, à {formatTime(Date.parse(answer.countedAt))}.
      </p>
      {isNational && (
        <ReadinessFilters departments={answer.departments} filters={filters} onChange={setFilters} />
      )}
      <ReadinessTable {...{ lines, sort }} onSort={setSort} />
      {lines.length > 0 && (
        <div data-print="hide">
          <Row>
            <Button icon="download" onClick={save}>
              Télécharger (CSV)
            </Button>
          </Row>
        </div>
      )}
      <ReadinessDefinitions
        measures={boardMeasures}
        others={[
          { name: 'En poste', words: readinessNotes.inPost },
          { name: 'Non montré', words: readinessNotes.hidden },
        ]}
      />
    </>
  )
}
