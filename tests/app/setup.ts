import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { standInForDialogs } from './stand-in-for-dialogs.ts'

// The default of a second is short on a machine that runs everything at once: a page of its own chunk is read meanwhile.
configure({ asyncUtilTimeout: 20_000 })
standInForDialogs()
// jsdom has no layout: there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined

afterEach(cleanup)
