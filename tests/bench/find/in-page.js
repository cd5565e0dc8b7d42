/* Runs in the page: what the bench of the list does and watches there. Plain JavaScript, since nothing builds it. */

globalThis.findBench = { fill, rawPage, clickUntil, key, watchLongTasks, longTasks, nextFrame }

const words = 'attestation facture courrier ordonnance bailleur mairie messagerie tablette photos'.split(' ')

/** Fills the device's database behind the app's back: copies of its reports on other days, and people who don't exist. */
async function fill({ reports, beneficiaries }) {
  const database = await openDatabase()
  const store = (name) => database.transaction(name).objectStore(name)
  const live = (await done(store('report').getAll())).filter(({ body }) => 'kind' in body)
  const transaction = database.transaction(['report', 'beneficiary'], 'readwrite', { durability: 'relaxed' })
  const people = transaction.objectStore('beneficiary')
  for (let number = 0; number < beneficiaries; number += 1) {
    const body = { firstName: `Prénom${number % 97}`, name: `Nom${number}`, birthYear: 1930 + (number % 70) }
    const order = `nom${number} prenom${number % 97}`
    people.put({ ...live[0], id: idOf('b0', number), collection: 'beneficiary', body, order })
  }
  const filed = transaction.objectStore('report')
  for (let number = live.length; number < reports; number += 1) {
    const model = live[number % live.length]
    const day = new Date(Date.UTC(2026, 10, 20) - Math.floor(number / 12) * 86_400_000)
    const date = day.toISOString().slice(0, 10)
    const notes = `${words[number % 9]} ${words[(number * 7) % 9]} ${number}`
    filed.put({ ...model, id: idOf('a0', number), order: date, body: { ...model.body, date, notes } })
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', () => reject(transaction.error))
  })
  const count = await done(store('report').count())
  database.close()
  return count
}

/** Milliseconds of reading the newest page of 50 by the index, with nothing but IndexedDB. */
async function rawPage() {
  const database = await openDatabase()
  const began = performance.now()
  const rows = await new Promise((resolve, reject) => {
    const found = []
    const index = database.transaction('report').objectStore('report').index('[state+order+id]')
    const request = index.openCursor(IDBKeyRange.bound(['live', '0'], ['live', '\uFFFF']), 'prev')
    request.addEventListener('error', () => reject(request.error))
    request.addEventListener('success', () => {
      const cursor = request.result
      if (cursor) found.push(cursor.value)
      if (cursor && found.length < 50) cursor.continue()
      else resolve(found)
    })
  })
  const took = performance.now() - began
  database.close()
  if (rows.length < 50) throw new Error('there is no page of 50')
  return took
}

/** Milliseconds from a tap until something is there and was painted. */
function clickUntil({ click, until, title }) {
  return new Promise((resolve) => {
    const began = performance.now()
    const look = () => {
      const isTitled = title === '' || document.querySelector('h1')?.textContent === title
      const isThere = isTitled && document.querySelector(`main ${until}`) !== null
      requestAnimationFrame(isThere ? () => resolve(performance.now() - began) : look)
    }
    document.querySelector(click).click()
    look()
  })
}

/** Milliseconds from a key until the field shows it and the frame was painted. */
function key(letter) {
  return new Promise((resolve) => {
    const field = document.activeElement
    const began = performance.now()
    // As a person's key does: past React's own eye on the field, which then hears of it.
    field.setRangeText(letter, field.value.length, field.value.length, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
  })
}

const seen = []

function watchLongTasks() {
  seen.length = 0
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
}

async function longTasks() {
  await new Promise((resolve) => {
    setTimeout(resolve, 500)
  })
  return [...seen]
}

function nextFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
  })
}

async function openDatabase() {
  const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('coop-'))
  return done(indexedDB.open(name))
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

function idOf(kind, number) {
  return `0193${kind}00-0000-7000-8000-${String(number).padStart(12, '0')}`
}
