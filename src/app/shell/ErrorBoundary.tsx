import { Component, type ErrorInfo, type ReactNode } from 'react'
import { BrokenPage } from './BrokenPage.tsx'
import { rememberError } from '../data/last-errors.ts'

export interface ErrorBoundaryProps {
  /** Another one tries again: the address has changed. */
  resetKey: string
  children: ReactNode
}

interface BoundaryState {
  error: unknown
  /** Where it broke. */
  brokeAt: string
}

/** Where a page breaks, the others and what is on the device don't. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, brokeAt: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps({ resetKey }: ErrorBoundaryProps, { brokeAt }: BoundaryState) {
    return resetKey === brokeAt ? null : { error: undefined, brokeAt: resetKey }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    rememberError(error, info.componentStack ?? undefined)
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <BrokenPage error={this.state.error} />
  }
}
