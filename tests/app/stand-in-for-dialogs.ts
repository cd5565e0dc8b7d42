/**
 * jsdom knows the dialog element but not its methods. These do what the tests lean on: open, take the focus, close and
 * give it back, and turn Escape, unless the page took it, into `cancel`, then closing unless that was prevented.
 */
export function standInForDialogs(): void {
  const onClose = new WeakMap<HTMLDialogElement, () => void>()
  HTMLDialogElement.prototype.showModal = function showModal() {
    const opener = document.activeElement
    // On the document: the browser acts last, after the page.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (this.dispatchEvent(new Event('cancel', { cancelable: true }))) this.close()
    }
    document.addEventListener('keydown', onKey)
    onClose.set(this, () => {
      document.removeEventListener('keydown', onKey)
      // Once off the page, a dialog gives nothing back.
      if (this.isConnected && opener instanceof HTMLElement) opener.focus()
    })
    this.setAttribute('open', '')
    this.querySelector<HTMLElement>('button, input')?.focus()
  }
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open')
    onClose.get(this)?.()
    onClose.delete(this)
  }
}
