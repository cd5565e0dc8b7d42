import type { FacetValue } from '../../domain/report/search/facets.ts'

/** Counts values by number: over twenty thousand reports of a dozen values each, several times quicker than by text. */
export class FacetNumbers {
  readonly #numbers = new Map<FacetValue, number>()
  readonly #values: FacetValue[] = []

  of(values: readonly FacetValue[]): readonly number[] {
    return values.map((value) => this.#of(value))
  }

  valueOf(number: number): FacetValue | undefined {
    return this.#values[number]
  }

  tally(): Int32Array {
    return new Int32Array(this.#values.length)
  }

  #of(value: FacetValue): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#values.push(value) - 1
    this.#numbers.set(value, number)
    return number
  }
}
