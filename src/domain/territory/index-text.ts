/** Small whole numbers are one character each, from here up: below stay the marks that columns use. */
const zero = '0'.charCodeAt(0)
/** Past this come surrogates, which UTF-8 can't carry alone. */
const largest = 0xd7ff - zero

/** A whole number as one character. */
export function numberToChar(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > largest)
    throw new RangeError(`${value} is no column value`)
  return String.fromCharCode(zero + value)
}

/** The number of the character at a position; NaN past the end. */
export function numberAt(column: string, position: number): number {
  return column.charCodeAt(position) - zero
}

/** Each line as the length that it shares with the line before, in one character, and the rest. */
export function frontCode(lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const shared = sharedLength(lines[index - 1] ?? '', line)
    return numberToChar(shared) + line.slice(shared)
  })
}

/** Inverse of `frontCode`. */
export function frontDecode(coded: readonly string[]): string[] {
  let previous = ''
  return coded.map((line) => {
    previous = previous.slice(0, numberAt(line, 0)) + line.slice(1)
    return previous
  })
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}
