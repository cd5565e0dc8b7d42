/** What a sheet of A4 has room for inside its margins, in millimetres: the same as in `bilan.module.css`. */
const roomHeight = 271

/** In CSS an inch is 96 px, and 25.4 mm, whatever the screen. */
const pxPerMm = 96 / 25.4

/** Letters are set a little otherwise on paper than on a screen: what nearly fills a sheet isn't said to fit. */
const safety = 0.985

/**
 * Sheets of paper that parts take, each beginning on a new one.
 *
 * @param heights of the parts as paper shows them, in px
 */
export function sheetsNeeded(heights: readonly number[]): number {
  const room = roomHeight * pxPerMm * safety
  return heights.reduce((sheets, height) => sheets + Math.max(1, Math.ceil(height / room)), 0)
}
