/** Each level is a fifth more inhabitants than the one before: enough to put the likeliest commune first. */
const ratio = 1.2

/** Level 0 is nobody; then 1, and so on up to Paris at 81: one character of the index, most of them the same few. */
export function populationLevel(population: number): number {
  return population < 1 ? 0 : 1 + Math.round(Math.log(population) / Math.log(ratio))
}

/** Inhabitants at a level. */
export function populationAt(level: number): number {
  return level === 0 ? 0 : Math.round(ratio ** (level - 1))
}

/** Inhabitants as the browser's index keeps them: within a tenth, and the same again when rounded twice. */
export function roundedPopulation(population: number): number {
  return populationAt(populationLevel(population))
}
