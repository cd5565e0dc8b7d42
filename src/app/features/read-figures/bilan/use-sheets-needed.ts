import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import styles from './bilan.module.css'
import { sheetsNeeded } from './paper-sheets.ts'

/** How many sheets of A4 an element would take, as it is drawn now; undefined before its first drawing. */
export function useSheetsNeeded(): [element: RefObject<HTMLElement | null>, sheets: number | undefined] {
  const element = useRef<HTMLElement>(null)
  const [sheets, setSheets] = useState<number>()
  // After every drawing: whatever is typed or counted may change it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same number sets nothing, so it ends there
  useLayoutEffect(() => {
    setSheets(element.current ? sheetsNeeded(heightsOnPaper(element.current)) : undefined)
  })
  return [element, sheets]
}

/**
 * Measured on a copy as wide as paper, gone before anything is painted: the page itself doesn't move under whoever
 * reads it.
 */
function heightsOnPaper(element: HTMLElement): number[] {
  const paper = document.createElement('div')
  paper.className = styles['paper'] ?? ''
  paper.append(element.cloneNode(true))
  document.body.append(paper)
  const heights = [...paper.querySelectorAll('[data-sheet]')].map(
    (sheet) => sheet.getBoundingClientRect().height,
  )
  paper.remove()
  return heights
}
