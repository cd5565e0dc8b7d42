/** The parts of a CSV file of ours, parted by empty lines: what it is of, its rows under their heads, its definitions. */
export async function partsOfCsv(text: string): Promise<string[][][]> {
  const { default: Papa } = await import('papaparse')
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ';', newline: '\r\n' })
  const parts: string[][][] = [[]]
  for (const cells of data) {
    if (cells.length === 1 && cells[0] === '') parts.push([])
    else parts.at(-1)?.push(cells)
  }
  return parts
}
