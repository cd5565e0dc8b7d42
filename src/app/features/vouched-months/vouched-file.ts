import type { VouchedDepartments } from '../../../domain/access/structure-months.ts'
import { departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'
import { csvText } from '../../data/files/write-csv.ts'

const heads = [
  'Mois',
  'Département',
  'Nom',
  'Structures avec un conseiller ou une conseillère sous contrat dans le mois',
  'Structures qui ont attesté ce mois',
]

/** What the table of departments shows, as a CSV file. */
export function vouchedFile({ month, departments }: VouchedDepartments): Blob {
  const rows = departments.map(({ department, structures, vouched }) => [
    month,
    department ?? '',
    department !== null && isDepartmentCode(department) ? departmentName(department) : '',
    String(structures),
    String(vouched),
  ])
  return new Blob([csvText(heads, rows)], { type: 'text/csv;charset=utf-8' })
}
