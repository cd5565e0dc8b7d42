import { configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import type { SignedInPerson } from '../../src/domain/access/signed-in-person.ts'
import type { JsonObject } from '../../src/domain/json.ts'
import type { DocumentId } from '../../src/domain/ids.ts'
import { openDatabase, type CoopDatabase } from '../../src/app/data/database.ts'
import { DatabaseProvider } from '../../src/app/data/react/database-context.ts'
import { saveDocument } from '../../src/app/data/save-document.ts'
import { Pages } from '../../src/app/shell/Pages.tsx'
import { PageFrameProvider } from '../../src/app/ui/page-frame.ts'
import { useNavigation } from '../../src/app/shell/use-navigation.ts'
import { UndoHost } from '../../src/app/ui/UndoHost.tsx'
import { aPerson } from '../builders/a-person.ts'
import { aReport } from '../builders/a-report.ts'
import { aDocumentId } from '../builders/an-id.ts'

/** Every page of the app over a person's own database, in a browser without network. */
export interface AppOnDevice {
  person: SignedInPerson
  db: CoopDatabase
  user: ReturnType<typeof userEvent.setup>
  /** Opens the app at an address, as a new visit does: what was on the screen is gone. */
  opens: (address: string) => void
  /** Files a report without the form. */
  files: (fields?: JsonObject) => Promise<DocumentId>
  /** What is on the device of a report. */
  body: (id: DocumentId) => Promise<JsonObject | undefined>
  /** How often *Envoyer maintenant* was asked for. */
  sendings: () => number
}

// Pages that are read when they are opened take a second the first time, on a slow machine.
configure({ asyncUtilTimeout: 5_000 })

const devices: CoopDatabase[] = []

afterEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  await Promise.all(devices.splice(0).map((db) => db.delete()))
})

export function anApp(fields: Partial<SignedInPerson> = {}): AppOnDevice {
  const person = aPerson(fields)
  const db = openDatabase(person.id)
  devices.push(db)
  standInForScreen()
  const scope = person.scopes[0]?.scope
  let sendings = 0
  let unmount = () => undefined as void
  return {
    person,
    db,
    user: userEvent.setup(),
    opens: (address) => {
      unmount()
      history.replaceState(null, '', address)
      const app = render(
        <DatabaseProvider value={db}>
          <UndoHost>
            <InFrame>
              <Pages
                person={person}
                onSendNow={() => {
                  sendings += 1
                  return Promise.resolve()
                }}
              />
            </InFrame>
          </UndoHost>
        </DatabaseProvider>,
      )
      unmount = app.unmount
    },
    files: async (body = {}) => {
      if (!scope) throw new Error('this person files nothing')
      const id = aDocumentId()
      await saveDocument(db, { scope, collection: 'report', id, body: aReport(body) })
      return id
    },
    body: async (id) => (await db.report.where('id').equals(id).first())?.body,
    sendings: () => sendings,
  }
}

/** Back, and the focus on arriving, as the shell gives them. */
function InFrame({ children }: { children: ReactNode }) {
  const { isArrival, goBack } = useNavigation()
  const frame = { aside: null, notice: null, vitalNotice: null, isArrival, goBack }
  return <PageFrameProvider value={frame}>{children}</PageFrameProvider>
}

/** jsdom has no screen: a phone's, unless the test says otherwise. */
export function standInForScreen({ isWide = false }: { isWide?: boolean } = {}): void {
  window.matchMedia = (query) => ({
    matches: isWide && query.includes('min-width'),
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  })
  window.scrollTo = () => undefined
}
