import { Button } from '../../ui/Button.tsx'
import { IosSteps } from './IosSteps.tsx'
import { useInstall } from './use-install.ts'

/** In *Plus*: whether the app is installed, and how to do it here. */
export function InstallSection() {
  const { way, ask } = useInstall()
  switch (way) {
    case 'installed':
      return <p>L’application est installée sur cet appareil.</p>
    case 'offered':
      return (
        <div>
          <p>L’application peut s’installer&nbsp;: elle s’ouvre alors d’un geste, même sans réseau.</p>
          <Button icon="download" onClick={ask}>
            Installer l’application
          </Button>
        </div>
      )
    case 'by-hand':
      return (
        <div>
          <p>
            L’application n’est pas installée&nbsp;: sans usage pendant sept jours, Safari peut effacer ce qui
            n’est pas envoyé. Pour l’installer&nbsp;:
          </p>
          <IosSteps />
        </div>
      )
    case 'unavailable':
      return (
        <p>
          Pour installer l’application, cherchez «&nbsp;Installer&nbsp;» ou «&nbsp;Ajouter à l’écran
          d’accueil&nbsp;» dans le menu du navigateur.
        </p>
      )
  }
}
