import type { DepartmentCode } from './departments.ts'

/** Departments of each region of the mainland and of Corsica, by the region's INSEE code. */
const departments: Readonly<Record<string, readonly DepartmentCode[]>> = {
  '11': ['75', '77', '78', '91', '92', '93', '94', '95'],
  '24': ['18', '28', '36', '37', '41', '45'],
  '27': ['21', '25', '39', '58', '70', '71', '89', '90'],
  '28': ['14', '27', '50', '61', '76'],
  '32': ['02', '59', '60', '62', '80'],
  '44': ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'],
  '52': ['44', '49', '53', '72', '85'],
  '53': ['22', '29', '35', '56'],
  '75': ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87'],
  '76': ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'],
  '84': ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'],
  '93': ['04', '05', '06', '13', '83', '84'],
  '94': ['2A', '2B'],
}

const regions = new Map(
  Object.entries(departments).flatMap(([region, codes]) => codes.map((code) => [code, region] as const)),
)

/** Overseas each department is a region, and each collectivity stands by itself: together they are what is left. */
export const overseas = 'outre-mer'

/** The region that a department's figures are added up in, or all that is overseas. */
export function regionOf(department: DepartmentCode): string {
  return regions.get(department) ?? overseas
}

const names: Readonly<Record<string, string>> = {
  '11': 'Île-de-France',
  '24': 'Centre-Val de Loire',
  '27': 'Bourgogne-Franche-Comté',
  '28': 'Normandie',
  '32': 'Hauts-de-France',
  '44': 'Grand Est',
  '52': 'Pays de la Loire',
  '53': 'Bretagne',
  '75': 'Nouvelle-Aquitaine',
  '76': 'Occitanie',
  '84': 'Auvergne-Rhône-Alpes',
  '93': 'Provence-Alpes-Côte d’Azur',
  '94': 'Corse',
  [overseas]: 'Outre-mer',
}

/** What a region is called, by what `regionOf` answers. */
export function regionName(region: string): string {
  return names[region] ?? region
}
