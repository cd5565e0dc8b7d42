import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './filters.module.css'

export interface MoreRowsProps {
  step: number
  onMore: () => void
}

/** The end of what is shown: more comes when one gets there, or by the button. */
export function MoreRows({ step, onMore }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null)
  const more = useEffectEvent(onMore)
  useEffect(() => {
    if (!end.current || !('IntersectionObserver' in window)) return undefined
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) more()
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={end} className={styles.more}>
      <Button onClick={onMore}>Afficher les {step} suivants</Button>
    </div>
  )
}
