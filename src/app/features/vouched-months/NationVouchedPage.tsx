import { useState } from 'react'
import { Link } from 'wouter'
import type { VouchedDepartment } from '../../../domain/access/structure-months.ts'
import { departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'
import { errorCatalogue } from '../../../domain/errors.ts'
import { addresses, signInHref } from '../../addresses.ts'
import { useServerAnswer } from '../../data/react/use-server-answer.ts'
import {
  fetchVouchedDepartments,
  keepVouchedDepartments,
  readKeptVouchedDepartments,
} from '../../data/vouched-structures.ts'
import { stateVouchedAddress } from '../../later-addresses.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { downloadFile } from '../../ui/download-file.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { counted, formatNumber, formatShare } from '../../ui/format/number.ts'
import { KeptAnswerState } from '../../ui/KeptAnswerState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { MonthField, useLatestMonth } from './MonthField.tsx'
import { vouchedFile } from './vouched-file.ts'

const byServer = {
  fetch: fetchVouchedDepartments,
  keep: keepVouchedDepartments,
  readKept: readKeptVouchedDepartments,
}

/** How many structures of each department vouched for a month, and how many didn't. */
export function NationVouchedPage() {
  const [month, setMonth] = useState(useLatestMonth())
  const { answer, phase, reload } = useServerAnswer(month, byServer)
  // What is shown of another month would be taken for this one's.
  const read = answer?.month === month ? answer : undefined
  return (
    <Page
      title="Mois attestés"
      documentTitle="Mois attestés, France entière"
      lead="France entière. Combien de structures se sont portées garantes de leur mois, par département."
      back={{ href: addresses.more }}
    >
      <Stack gap="section">
        <MonthField month={month} onChange={setMonth} />
        <KeptAnswerState
          phase={phase}
          asking="Demande au serveur…"
          isKept={read !== undefined}
          kept="Vous lisez le dernier tableau gardé sur cet appareil."
          absent={'Ce tableau vient du serveur\u00A0: il s’affichera quand le réseau reviendra.'}
          signIn="Reconnectez-vous pour lire ce tableau."
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {read && (
          <Departments
            departments={read.departments}
            onDownload={() => downloadFile(`mois-attestes-${month}.csv`, vouchedFile(read))}
          />
        )}
      </Stack>
    </Page>
  )
}

interface DepartmentsProps {
  departments: readonly VouchedDepartment[]
  onDownload: () => void
}

function Departments({ departments, onDownload }: DepartmentsProps) {
  if (departments.length === 0)
    return <EmptyState icon="building" title="Aucune structure n’avait de contrat ce mois-ci." />
  const structures = departments.reduce((sum, one) => sum + one.structures, 0)
  const vouched = departments.reduce((sum, one) => sum + one.vouched, 0)
  return (
    <Stack>
      <p>
        {counted(vouched, 'structure a attesté', 'structures ont attesté')} ce mois, sur{' '}
        {counted(structures, 'structure', 'structures')}.
      </p>
      <div data-print="hide">
        <Button icon="download" onClick={onDownload}>
          Télécharger (CSV)
        </Button>
      </div>
      <DataTable
        caption="Structures par département"
        columns={columns}
        rows={departments}
        rowKey={({ department }) => department ?? ''}
      />
    </Stack>
  )
}

const columns: Column<VouchedDepartment>[] = [
  { key: 'department', head: 'Département', cell: ({ department }) => <Name code={department} /> },
  {
    key: 'structures',
    head: 'Structures',
    align: 'number',
    cell: ({ structures }) => formatNumber(structures),
  },
  {
    key: 'vouched',
    head: 'Ont attesté',
    align: 'number',
    onCard: 'shown',
    cell: ({ vouched, structures }) => `${formatNumber(vouched)} (${formatShare(vouched / structures)})`,
  },
  {
    key: 'missing',
    head: 'Pas encore',
    align: 'number',
    onCard: 'shown',
    cell: ({ vouched, structures }) => formatNumber(structures - vouched),
  },
]

function Name({ code }: { code: string | null }) {
  if (code === null || !isDepartmentCode(code)) return <>Département inconnu</>
  return <Link href={`${stateVouchedAddress}/${code}`}>{`${code} ${departmentName(code)}`}</Link>
}
