/**
 * Draws the app's icons again from `public/icons/favicon.svg`: `npx tsx src/build/render-icons.ts [path of Chromium]`.
 * Run by hand when the mark changes; the pictures are kept with the code.
 */
import { readFile } from 'node:fs/promises'
import { chromium, type Page } from 'playwright-core'

const folder = new URL('../../public/icons/', import.meta.url)

/** `square`: the system cuts the shape itself, so that the ground must reach the edges. */
const pictures = [
  { file: 'icon-192.png', size: 192, ground: 'rounded', scale: 1 },
  { file: 'icon-512.png', size: 512, ground: 'rounded', scale: 1 },
  // A mask may keep only a circle of 80 % of the width: the mark is drawn inside it.
  { file: 'maskable-192.png', size: 192, ground: 'square', scale: 0.78 },
  { file: 'maskable-512.png', size: 512, ground: 'square', scale: 0.78 },
  { file: 'apple-touch-icon-180.png', size: 180, ground: 'square', scale: 0.92 },
] as const

const mark = await readFile(new URL('favicon.svg', folder), 'utf8')
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
for (const picture of pictures) await draw(page, picture)
await browser.close()

async function draw(page: Page, { file, size, ground, scale }: (typeof pictures)[number]): Promise<void> {
  const shape = ground === 'square' ? squared(mark, scale) : mark
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${shape}`)
  await page.screenshot({ path: new URL(file, folder).pathname, omitBackground: true })
}

/** The ground without its round corners, and what is on it at `scale` around the middle. */
function squared(svg: string, scale: number): string {
  return svg
    .replace(/ rx="\d+"/, '')
    .replaceAll('<path ', `<path transform="translate(256 256) scale(${scale}) translate(-256 -256)" `)
}
