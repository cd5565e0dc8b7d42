import type { DepartmentCode } from '../../../../domain/territory/departments.ts'

/**
 * Departments as tiles of one size, each about where it lies: Paris is as easily seen as the Landes. What is overseas
 * has its own row.
 */
const rows = [
  '.   .   .   .   .   .   62  59  .   .   .   .',
  '.   .   .   .   76  80  02  08  .   .   .   .',
  '.   .   .   50  14  27  60  95  51  55  57  .',
  '29  22  35  53  61  78  92  75  93  77  54  67',
  '56  44  49  72  28  91  94  10  52  88  68  .',
  '.   85  79  37  41  45  89  21  70  90  .   .',
  '.   .   17  86  36  18  58  71  39  25  .   .',
  '.   .   16  87  23  03  42  69  01  74  .   .',
  '.   33  24  19  63  43  38  73  .   .   .   .',
  '.   40  47  46  15  48  07  26  05  .   .   .',
  '.   64  32  82  12  30  84  04  06  .   .   .',
  '.   .   65  31  81  34  13  83  .   .   .   2B',
  '.   .   .   09  11  66  .   .   .   .   .   2A',
  '.   .   .   .   .   .   .   .   .   .   .   .',
  '971 972 973 974 976 975 977 978 986 987 988 .',
]

export interface Tile {
  readonly code: DepartmentCode
  /** From 1, as grids count. */
  readonly row: number
  readonly column: number
}

export const departmentTiles: readonly Tile[] = rows.flatMap((row, rowIndex) =>
  row.split(/\s+/).flatMap((code, columnIndex): Tile[] =>
    // A test holds each to be a department, once.
    code === '.' ? [] : [{ code: code as DepartmentCode, row: rowIndex + 1, column: columnIndex + 1 }],
  ),
)
