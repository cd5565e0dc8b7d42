import type { Page } from 'playwright-core'

/** A page as a browser prints it. */
export interface Printed {
  pdf: Buffer
  pages: number
  /** Width and height of each page, in millimetres. */
  sizes: string[]
}

/** What the print dialog would keep as PDF, on the paper that the page’s own style asks for. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  // Chromium writes the objects of pages as plain text, each with its box in points of 1/72 inch.
  const text = pdf.toString('latin1')
  const pages = [...text.matchAll(/\/Type\s*\/Page\b/g)].length
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return { pdf, pages, sizes: boxes.map(([, width, height]) => `${inMm(width)} × ${inMm(height)}`) }
}

function inMm(points: string | undefined): number {
  return Math.round((Number(points) * 25.4) / 72)
}
