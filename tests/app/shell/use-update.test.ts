import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { updateState } from '../../../src/app/shell/updates/update-state.ts'
import { useUpdateAtNavigation } from '../../../src/app/shell/updates/use-update.ts'

const take = vi.fn<() => void>()

beforeEach(() => {
  take.mockReset()
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

function aPage(path: string, isForm = false) {
  return renderHook(({ at, form }) => useUpdateAtNavigation(at, form), {
    initialProps: { at: path, form: isForm },
  })
}

test('a newer build is taken on the way to a page, which asks nothing of the older one meanwhile', () => {
  updateState.becomesReady(take)
  const { result, rerender } = aPage('/')
  expect([result.current, take.mock.calls.length]).toEqual([false, 0])
  rerender({ at: '/activites', form: false })
  // What the page that was left had begun to read may be on its way.
  expect([result.current, take.mock.calls.length]).toEqual([true, 0])
  act(() => void vi.advanceTimersByTime(200))
  expect([result.current, take.mock.calls.length]).toEqual([true, 1])
})

test('a page whose newer build doesn’t come is shown all the same', () => {
  updateState.becomesReady(take)
  const { result, rerender } = aPage('/')
  rerender({ at: '/activites', form: false })
  act(() => void vi.advanceTimersByTime(2_000))
  expect(result.current).toBe(false)
})

test('nothing is taken on the way to a form', () => {
  updateState.becomesReady(take)
  const { result, rerender } = aPage('/')
  rerender({ at: '/compte-rendu', form: true })
  expect([result.current, take.mock.calls.length]).toEqual([false, 0])
})

test('a tab whose build was replaced reloads, once no form is open', () => {
  const reload = vi.fn<() => void>()
  updateState.becomesStale(reload)
  const { rerender } = aPage('/compte-rendu', true)
  expect(reload).not.toHaveBeenCalled()
  rerender({ at: '/', form: false })
  expect(reload).toHaveBeenCalledOnce()
})
