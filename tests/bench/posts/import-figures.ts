import type { Figure } from '../figures.ts'
import type { Nation } from './nation.ts'

export async function importFigures(_nation: Nation): Promise<Figure[]> {
  return []
}
