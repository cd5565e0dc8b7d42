import { inseeCodeSchema, type Commune } from '../../src/domain/territory/commune.ts'
import { departmentOf } from '../../src/domain/territory/departments.ts'

/** A valid commune, with the fields that the test is about; its department is that of its code. */
export function aCommune(
  fields: Partial<Omit<Commune, 'code' | 'department'>> & { code?: string } = {},
): Commune {
  const { code = '09261', ...others } = fields
  const department = departmentOf(code)
  if (!department) throw new RangeError(`No department for ${code}`)
  return {
    name: 'Saint-Girons',
    postalCodes: ['09200'],
    population: 6320,
    ...others,
    code: inseeCodeSchema.parse(code),
    department,
  }
}
