import type { ApiToken } from '../../../domain/open-data/api-token.ts'
import type { DatasetName } from '../../../domain/open-data/rows.ts'
import { departmentName, isDepartmentCode } from '../../../domain/territory/departments.ts'

/** The datasets as one chooses them. */
export const datasetWords: Readonly<Record<DatasetName, string>> = {
  totaux: 'Totaux',
  repartitions: 'Répartitions',
}

/** « Totaux et répartitions, Ariège (09) ». */
export function scopeInWords({ datasets, department }: Pick<ApiToken, 'datasets' | 'department'>): string {
  const read = datasets.map((name, at) => (at === 0 ? datasetWords[name] : datasetWords[name].toLowerCase()))
  return `${read.join(' et ')}, ${territoryInWords(department)}`
}

export function territoryInWords(department: string | null): string {
  if (department === null) return 'France entière'
  return isDepartmentCode(department) ? `${departmentName(department)} (${department})` : department
}
