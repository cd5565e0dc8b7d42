import styles from './bilan.module.css'

/** Under the title of the page, or under the title of a part of it; a step higher where the bilan is the page. */
export type HeadLevel = 'h2' | 'h3' | 'h4'

/** What a block is of, and in what it is counted. */
export function BlockHead({ level: Title, title, unit }: { level: HeadLevel; title: string; unit: string }) {
  return (
    <div className={styles.blockHead}>
      <Title className={styles.blockTitle}>{title}</Title>
      <p className={styles.unit}>{unit}</p>
    </div>
  )
}
