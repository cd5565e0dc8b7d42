import type { FacetValue } from '../../domain/report/search/facets.ts'
import { valuesOf, type Combination } from './copied-activity.ts'

/** Combinations of values by their numbers: 0 is the one of no values. */
export class Combinations {
  readonly #codes = new Map<Combination, number>([['', 0]])
  readonly #texts: Combination[] = ['']
  readonly #values: (readonly FacetValue[])[] = [[]]
  readonly #numberOfValue = new Map<FacetValue, number>()
  readonly #valueNumbers: (readonly number[])[] = [[]]
  /** From which number on they aren't stored yet. */
  #stored = 1

  /** @param stored those of the copy, from 1 on, in their order */
  constructor(stored: readonly Combination[]) {
    for (const text of stored) this.codeOf(text)
    this.#stored = this.#texts.length
  }

  get length(): number {
    return this.#texts.length
  }

  codeOf(text: Combination): number {
    // Most of what an activity may have it hasn't.
    if (text === '') return 0
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    const code = this.#texts.length
    this.#codes.set(text, code)
    this.#texts.push(text)
    const values = valuesOf(text)
    this.#values.push(values)
    this.#valueNumbers.push(values.map((value) => this.#numbered(value)))
    return code
  }

  textOf(code: number): Combination {
    return this.#texts[code] ?? ''
  }

  /** The values of a combination. */
  valuesAt(code: number): readonly FacetValue[] {
    return this.#values[code] ?? []
  }

  /** All values that any combination has: each has its place as its number. */
  allValues(): FacetValue[] {
    return [...this.#numberOfValue.keys()]
  }

  /** The place of a value among all; undefined where no combination has it. */
  numberOf(value: FacetValue): number | undefined {
    return this.#numberOfValue.get(value)
  }

  /** Numbers of a combination's values. */
  valueNumbersAt(code: number): readonly number[] {
    return this.#valueNumbers[code] ?? []
  }

  /** Numbers of the combinations that a rule holds for. */
  codesWhere(holds: (text: Combination) => boolean): number[] {
    return this.#texts.flatMap((text, code) => (holds(text) ? [code] : []))
  }

  /** Those that came since the last time. */
  takeNew(): (readonly [code: number, text: Combination])[] {
    const news = this.#texts.slice(this.#stored).map((text, index) => [this.#stored + index, text] as const)
    this.#stored = this.#texts.length
    return news
  }

  #numbered(value: FacetValue): number {
    const known = this.#numberOfValue.get(value) ?? this.#numberOfValue.size
    this.#numberOfValue.set(value, known)
    return known
  }
}
