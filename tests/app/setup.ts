import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { standInForDialogs } from './stand-in-for-dialogs.ts'

standInForDialogs()
// jsdom has no layout: there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined

afterEach(cleanup)
