import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { countSave } from '../../../src/app/data/device-saves.ts'
import { keepInstallOffer } from '../../../src/app/shell/install/install-prompt.ts'
import { refuseInstall } from '../../../src/app/shell/install/install-refusal.ts'
import { InstallCard } from '../../../src/app/shell/install/InstallCard.tsx'
import { mayOfferInstall } from '../../../src/app/shell/install/may-offer-install.ts'
import { standInForScreen } from '../app-on-device.tsx'

const aDay = 86_400_000

beforeEach(() => standInForScreen())

describe('the offer to install (P35)', () => {
  test('comes after the second saved report', () => {
    const offered = [0, 1, 2].map(() => {
      const may = mayOfferInstall()
      countSave()
      return may
    })
    expect(offered).toEqual([false, false, true])
  })

  test('is not made again for 30 days once it is refused', () => {
    countSave()
    countSave()
    refuseInstall(Date.now())
    expect(mayOfferInstall(Date.now() + 29 * aDay)).toBe(false)
    expect(mayOfferInstall(Date.now() + 31 * aDay)).toBe(true)
  })

  test('is the browser’s own, made when asked and once', async () => {
    keepInstallOffer(window)
    render(<InstallCard />)
    expect(screen.queryByRole('button', { name: 'Installer' })).toBeNull()
    const prompt = vi.fn<() => Promise<void>>(() => Promise.resolve())
    act(() => {
      window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }))
    })
    await userEvent.click(screen.getByRole('button', { name: 'Installer' }))
    expect(prompt).toHaveBeenCalledOnce()
    expect(screen.queryByRole('button', { name: 'Installer' })).toBeNull()
  })

  test('on iOS gives the steps', () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
    )
    render(<InstallCard />)
    expect(screen.getByText(/Sur l’écran d’accueil/)).toBeVisible()
    vi.restoreAllMocks()
  })
})
