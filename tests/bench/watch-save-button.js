/*
 * Runs in the page before its own scripts. A frame after the button is there it is on the screen, and the page's
 * thread is free to hear it. Plain JavaScript: what tsx makes of a function can't be carried into a page.
 */
window.saveButtonUsableAt = new Promise((resolve) => {
  const isUsable = (button) =>
    button.textContent.trim() === 'Enregistrer' && !button.disabled && button.offsetParent !== null
  const look = () => {
    if (![...document.querySelectorAll('button')].some(isUsable)) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
  }
  look()
})
