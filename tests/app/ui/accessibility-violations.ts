import axe from 'axe-core'

/**
 * What axe finds wrong, as `rule: element`. Contrasts are left to the test of the theme and to real browsers: jsdom
 * draws nothing. A piece alone isn't a page: it has no landmark.
 */
export async function accessibilityViolations(container: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
