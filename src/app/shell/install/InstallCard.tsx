import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { refuseInstall } from './install-refusal.ts'
import { IosSteps } from './IosSteps.tsx'
import { useInstall } from './use-install.ts'

/** Offered at home once the app has been of use twice; never over anything. */
export function InstallCard() {
  const { way, ask } = useInstall()
  const [isClosed, setClosed] = useState(false)
  if (isClosed || way === 'installed' || way === 'unavailable') return null
  const later = () => {
    refuseInstall(Date.now())
    setClosed(true)
  }
  return (
    <Notice
      announce="never"
      title="Installez Espace Coop sur cet appareil."
      actions={
        <>
          {way === 'offered' && <Button onClick={ask}>Installer</Button>}
          <Button variant="quiet" onClick={later}>
            Plus tard
          </Button>
        </>
      }
    >
      <p>Il s’ouvre d’un geste, même sans réseau, et vos brouillons y sont mieux gardés.</p>
      {way === 'by-hand' && <IosSteps />}
    </Notice>
  )
}
