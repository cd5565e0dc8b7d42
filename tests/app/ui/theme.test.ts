import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/app/ui/theme.css', 'utf8')
const light = tokensOf(/^:root \{(.*?)^\}/ms)
const dark = { ...light, ...tokensOf(/:root:not\(\[data-theme='light'\]\) \{(.*?)\}/s) }

const grounds: Record<string, readonly string[]> = {
  ink: ['paper', 'shade', 'act-soft', 'good-soft', 'warn-soft', 'bad-soft', 'info-soft'],
  soft: ['paper', 'shade'],
  act: ['paper', 'shade', 'info-soft', 'good-soft', 'warn-soft', 'bad-soft'],
  'act-strong': ['paper', 'act-soft'],
  good: ['paper', 'shade', 'good-soft'],
  warn: ['paper', 'shade', 'warn-soft'],
  bad: ['paper', 'shade', 'bad-soft'],
  info: ['paper', 'info-soft'],
  paper: ['act', 'act-strong', 'ink', 'soft'],
}
const texts = Object.entries(grounds).flatMap(([text, all]) => all.map((ground) => [text, ground] as const))
const lines = ['line', 'focus', 'act'].flatMap((line) => [[line, 'paper'] as const, [line, 'shade'] as const])

for (const [theme, tokens] of Object.entries({ light, dark })) {
  test.each(texts)(`${theme}: text in %s on %s is at least 6:1`, (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(6)
  })
  test.each(lines)(`${theme}: a line in %s on %s is at least 3:1`, (line, ground) => {
    expect(contrast(tokens[line], tokens[ground])).toBeGreaterThanOrEqual(3)
  })
}

test('the dark theme is the same whether the device or the person asks for it', () => {
  const chosen = tokensOf(/^ {2}:root\[data-theme='dark'\] \{(.*?)\}/ms)
  expect(chosen).toEqual(tokensOf(/:root:not\(\[data-theme='light'\]\) \{(.*?)\}/s))
  expect(Object.keys(chosen)).not.toHaveLength(0)
})

function tokensOf(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

/** WCAG 2 contrast ratio of two colours `#rrggbb`. */
function contrast(a = '', b = ''): number {
  const [darker = Number.NaN, lighter = Number.NaN] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
