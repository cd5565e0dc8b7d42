/** What the page tells the drill while it files, each as it happens. */
export interface AdvisorEvents {
  /** The note of the report that is being typed, as far as it goes. */
  readonly typed: (note: string, at: number) => void
  /** *Enregistrer* is about to be pressed. */
  readonly submitted: (note: string) => void
  /** The screen says of this report that it is saved on this device. */
  readonly shown: (note: string) => void
}

/** Name of the function by which the page tells. */
export const tellsName = 'tellDrill'

/**
 * Runs in the page: an advisor who files one report after the other through the app's own form, far quicker than a
 * person or a driver outside could, and tells what is typed, pressed and shown. `window.fileReports(prefix, keyMs)`.
 */
export const advisorInPage = `(() => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const until = async (find) => {
    for (;;) {
      const found = find()
      if (found) return found
      await pause(4)
    }
  }
  const all = (selector) => [...document.querySelectorAll(selector)]
  const named = (selector, name) => all(selector).find((element) => name.test(element.textContent.trim()))
  const input = (type, name) =>
    all('input[type=' + type + ']').find((one) => [...one.labels].some((label) => name.test(label.textContent.trim())))
  const check = (box) => box.checked || box.click()
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
  const noteField = () => all('textarea').find((area) => [...area.labels].some((label) => /^Note/.test(label.textContent)))
  const typeNote = async (note, keyMs) => {
    const field = await until(() => noteField() ?? (named('summary', /^Préciser/)?.click(), undefined))
    const step = keyMs > 0 ? 3 : note.length
    for (let end = step; end < note.length + step; end += step) {
      write.call(field, note.slice(0, end))
      field.dispatchEvent(new Event('input', { bubbles: true }))
      tellDrill('typed', note.slice(0, end), Date.now())
      if (keyMs > 0) await pause(keyMs)
    }
  }
  window.fileReports = async (prefix, keyMs) => {
    for (let number = 1; ; number += 1) {
      const note = prefix + number + ' ' + 'mot à mot '.repeat(keyMs > 0 ? 20 : 2).trim()
      ;(await until(() => named('a', /^Compte rendu$/))).click()
      check(await until(() => input('radio', /^45.min$/)))
      const themes = await until(() => all('fieldset').find((one) => /^Sur quoi/.test(one.textContent.trim())))
      check(themes.querySelector('input[type=checkbox]'))
      await typeNote(note, keyMs)
      tellDrill('submitted', note, Date.now())
      named('button', /^Enregistrer$/).click()
      // Its line, and beside it or below what says that it is saved: sent already, it has no mark any more.
      await until(() => named('[data-marked]', /./) && named('body', /Enregistré sur cet appareil|Compte rendu enregistré[.]/))
      tellDrill('shown', note, Date.now())
    }
  }
})()`
