import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/*
 * How long a person takes, by a model: what is done is done by a real browser, and no time of the machine counts.
 * - Every text on the screen that wasn't there before on the way is read once, at 200 words a minute, small print too; a
 *   cell of a table is a text, so that a day or a place that six lines share is read once. A word is what stands
 *   between two spaces, a number as well. Menus are passed over, as are the choices of a closed list.
 * - A click, or a key that chooses, takes 1.5 seconds with finding where.
 * - What is typed is typed at 30 words a minute.
 * Waiting for the network isn't in it, nor the phone call that an odd report asks for.
 */

const wordsReadAMinute = 200
const wordsTypedAMinute = 30
const secondsOfClick = 1.5

export interface Step {
  readonly what: string
  readonly words: number
  readonly clicks: number
  readonly seconds: number
  readonly picture: string
}

/** One way through pages, measured by the model, with a picture of each of its steps. */
export class Walk {
  readonly steps: Step[] = []
  private readonly page: Page
  private readonly folder: string
  private readonly read = new Set<string>()

  constructor(page: Page, folder: string) {
    this.page = page
    this.folder = folder
  }

  /** Reads what is on the screen, or in a part of it; the picture is of what was read. */
  async reads(what: string, part: Locator = this.page.locator('body')): Promise<void> {
    const texts = (await part.evaluate(textsOnScreen)).filter((text) => !this.read.has(text))
    for (const text of texts) this.read.add(text)
    const words = [...new Set(texts)].flatMap(wordsIn).length
    await this.adds({ what, words, clicks: 0, seconds: (words / wordsReadAMinute) * 60 })
  }

  async clicks(what: string, target: Locator): Promise<void> {
    await target.click()
    await this.adds({ what, words: 0, clicks: 1, seconds: secondsOfClick })
  }

  /** Chooses what has the focus. */
  async presses(what: string, key: string): Promise<void> {
    await this.page.keyboard.press(key)
    await this.adds({ what, words: 0, clicks: 1, seconds: secondsOfClick })
  }

  async types(what: string, field: Locator, text: string): Promise<void> {
    await field.fill(text)
    const seconds = secondsOfClick + (wordsIn(text).length / wordsTypedAMinute) * 60
    await this.adds({ what, words: 0, clicks: 1, seconds })
  }

  get seconds(): number {
    return this.steps.reduce((sum, step) => sum + step.seconds, 0)
  }

  get clickCount(): number {
    return this.steps.reduce((sum, step) => sum + step.clicks, 0)
  }

  private async adds(step: Omit<Step, 'picture'>): Promise<void> {
    const picture = join(this.folder, `${String(this.steps.length + 1).padStart(2, '0')}.png`)
    await this.page.screenshot({ path: picture, fullPage: true })
    this.steps.push({ ...step, picture })
  }
}

/** Runs in the page. Texts that one sees: what only a screen reader says is clipped away. */
function textsOnScreen(part: Element): string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent } = node
    if (!parent || parent.closest('nav, option:not(:checked), script, style')) continue
    let around: Element | null = parent
    while (around && getComputedStyle(around).clipPath === 'none') around = around.parentElement
    const text = (textContent ?? '').trim()
    if (text !== '' && parent.checkVisibility() && around === null) texts.push(text)
  }
  return texts
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}
