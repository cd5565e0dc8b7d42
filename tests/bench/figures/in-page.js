/* Runs in the page: what the bench of figures does and watches there. Plain JavaScript, since nothing builds it. */

globalThis.figuresBench = { reduceBodies, tapUntilChanged, tapUntilShown, whenIdle }

/** Milliseconds of what facts spare: reading every body with nothing but IndexedDB, and reducing them to a few figures. */
async function reduceBodies() {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('coop-'))
  const database = await done(indexedDB.open(name))
  const began = performance.now()
  const rows = await done(database.transaction('report').objectStore('report').getAll())
  const figures = { activities: 0, accompaniments: 0, minutes: 0, people: new Set(), themes: new Map() }
  for (const { state, body } of rows) if (state === 'live') add(figures, body)
  const took = performance.now() - began
  database.close()
  if (figures.activities < 20_000) throw new Error('there are not enough reports')
  return took
}

function add(figures, { kind, minutes = 0, themes = [], participants: told, anonymous, beneficiary }) {
  // At an event they are a number.
  const participants = kind === 'collectif' ? (told ?? []) : []
  const people = beneficiary ? 1 : participants.length + (anonymous?.total ?? 0)
  figures.activities += 1
  figures.accompaniments += people
  figures.minutes += minutes
  if (beneficiary?.id) figures.people.add(beneficiary.id)
  for (const { id } of participants) figures.people.add(id)
  for (const theme of themes) figures.themes.set(theme, (figures.themes.get(theme) ?? 0) + people)
}

/** Milliseconds from a tap on a link until the totals were painted. */
function tapUntilShown(selector) {
  return new Promise((resolve) => {
    const began = performance.now()
    const look = () => {
      if (document.querySelector('main dl dd')) painted(() => resolve(performance.now() - began))
      else requestAnimationFrame(look)
    }
    document.querySelector(selector).click()
    requestAnimationFrame(look)
  })
}

/** Milliseconds from a tap until the totals say something else, and were painted with all that is under them. */
function tapUntilChanged(text) {
  return new Promise((resolve) => {
    const labels = [...document.querySelectorAll('main label')]
    const label = labels.find((one) => one.textContent.startsWith(text))
    const said = () => document.querySelector('main dl').textContent
    const before = said()
    const began = performance.now()
    const look = () => {
      if (said() === before) requestAnimationFrame(look)
      else painted(() => resolve(performance.now() - began))
    }
    label.click()
    requestAnimationFrame(look)
  })
}

/** Until nothing has been read for half a second. */
async function whenIdle() {
  const count = () => performance.getEntriesByType('resource').length
  for (let before = -1; before !== count();) {
    before = count()
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/**
 * Calls back once the frame that is being made has been painted: nothing runs between its own callbacks and that, and
 * this before anything that waits.
 */
function painted(callback) {
  void scheduler.postTask(callback, { priority: 'user-blocking' })
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
