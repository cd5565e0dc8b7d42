/** A component of the file as its lines, to be read by itself: one that is broken costs none of the others. */
export interface CalendarBlock {
  readonly name: string
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  readonly text: string
  /** The file ends, or the calendar does, before the component does. */
  readonly isCut: boolean
  /** METHOD of the calendar that it is in: `CANCEL` takes out what it names. */
  readonly method: string
}

/**
 * The components of a calendar, in order, each with its lines; undefined where the text is no calendar. What is inside
 * them is the library's to read.
 */
export function splitCalendar(text: string): CalendarBlock[] | undefined {
  const blocks: CalendarBlock[] = []
  let method = ''
  let isCalendar = false
  let open: { name: string; line: number; lines: string[] } | undefined
  const close = (isCut: boolean) => {
    if (open) blocks.push({ ...open, text: open.lines.join('\r\n'), isCut, method })
    open = undefined
  }
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const begun = /^BEGIN:\s*([A-Z0-9-]+)\s*$/i.exec(line)?.[1]?.toUpperCase()
    if (begun === 'VCALENDAR' || /^END:\s*VCALENDAR\s*$/i.test(line)) {
      close(true)
      method = ''
      isCalendar ||= begun !== undefined
    } else if (!open) {
      if (begun) open = { name: begun, line: index + 1, lines: [line.trim()] }
      method = /^METHOD:\s*(\w+)/i.exec(line)?.[1]?.toUpperCase() ?? method
    } else if (begun === open.name) {
      // A component is never inside another of its own name: the end of the first is missing.
      close(true)
      open = { name: begun, line: index + 1, lines: [line.trim()] }
    } else {
      open.lines.push(line)
      if (new RegExp(`^END:\\s*${open.name}\\s*$`, 'i').test(line)) close(false)
    }
  }
  close(true)
  return isCalendar ? blocks : undefined
}
