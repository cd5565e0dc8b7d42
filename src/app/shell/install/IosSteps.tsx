/** iOS never asks by itself: how the person does it. */
export function IosSteps() {
  return (
    <ol>
      <li>Touchez le bouton Partager de Safari (un carré avec une flèche vers le haut).</li>
      <li>Choisissez «&nbsp;Sur l’écran d’accueil&nbsp;», puis «&nbsp;Ajouter&nbsp;».</li>
      <li>Ouvrez Espace Coop par sa nouvelle icône et connectez-vous une fois.</li>
    </ol>
  )
}
