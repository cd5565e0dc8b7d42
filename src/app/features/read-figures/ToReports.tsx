import type { ReactNode } from 'react'
import { Link } from 'wouter'

export interface ToReportsProps {
  /** Undefined where what is counted can't be listed. */
  address: string | undefined
  children: ReactNode
}

/** A figure that leads to the reports that it counts, where there is a way. */
export function ToReports({ address, children }: ToReportsProps) {
  return address === undefined ? children : <Link href={address}>{children}</Link>
}
