import styles from './read-structure.module.css'

/** What the employer doesn't see, so that nobody looks for it or fears that it is seen. */
export function NotShown() {
  return (
    <p className={styles.notShown}>
      Vous voyez les comptes rendus envoyés, pour les jours où un contrat vous lie. Le profil des personnes
      accompagnées, les étiquettes et les notes non partagées ne sont jamais montrés.
    </p>
  )
}
