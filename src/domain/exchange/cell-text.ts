/**
 * What a spreadsheet may take for a formula when a cell begins with it, full-width forms included; and the apostrophe
 * itself, so that taking it away again is never ambiguous.
 */
const mayRun = /^[=+\-@\t\r\n|%＝＋－＠']/u

/** A text as a cell that no spreadsheet runs: an apostrophe stands before what could begin a formula. */
export function safeCell(text: string): string {
  return mayRun.test(text) ? `'${text}` : text
}

/** The text that `safeCell` was given. */
export function textOfSafeCell(cell: string): string {
  return cell.startsWith("'") && mayRun.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Several texts in one cell: between them a bar, which is written \| inside a text. */
export function joinList(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[\\|]/g, (sign) => `\\${sign}`)).join('|')
}

/** The texts of one cell, as `joinList` wrote them; spaces around them, which people add, don't count. */
export function splitList(cell: string): string[] {
  const texts = ['']
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell.charAt(at)
    if (sign === '|') texts.push('')
    else texts[texts.length - 1] += sign === '\\' && at + 1 < cell.length ? cell.charAt((at += 1)) : sign
  }
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

/** Texts that another tool put into one cell: parted by a bar, a semicolon, a line, or else by commas. */
export function splitAnyList(cell: string): string[] {
  const signs = /[|;\n]/.test(cell) ? /[|;\n]/ : ','
  return cell
    .split(signs)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
