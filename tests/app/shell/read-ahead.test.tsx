import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { readAhead } from '../../../src/app/shell/read-ahead.ts'
import { readPagesAhead } from '../../../src/app/shell/updates/read-pages-ahead.ts'

const shown = (Part: ReturnType<typeof readAhead>) =>
  render(
    <Suspense fallback="Lecture…">
      <Part />
    </Suspense>,
  )

const aPart = () => readAhead(async () => ({ default: () => <p>Chiffres</p> }))

test('a part is read when it is first shown', async () => {
  shown(aPart())
  expect(screen.getByText('Lecture…')).toBeVisible()
  expect(await screen.findByText('Chiffres')).toBeVisible()
})

test('one that was read ahead is shown at once', async () => {
  const part = aPart()
  await part.readAhead()
  shown(part)
  expect(screen.getByText('Chiffres')).toBeVisible()
})

/** A window that has nothing else to do. */
function aWindow() {
  const ready: (() => void)[] = []
  const page = { requestIdleCallback: (act: () => void) => ready.push(act) }
  // The part of a window that is asked for.
  return { page: page as unknown as Window, ready }
}

test('pages are read one at a time, each when nothing else is to be done', async () => {
  const { page, ready } = aWindow()
  const read: string[] = []
  const pages = ['list', 'figures'].map((name) => async () => void read.push(name))
  readPagesAhead(page, pages)
  expect([read, ready.length]).toEqual([[], 1])
  ready[0]?.()
  await expect.poll(() => ready.length).toBe(2)
  expect(read).toEqual(['list'])
  ready[1]?.()
  expect(read).toEqual(['list', 'figures'])
})
