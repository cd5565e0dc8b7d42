import '@testing-library/jest-dom/vitest'
import 'fake-indexeddb/auto'
import { PerformanceObserver } from 'node:perf_hooks'
import { CompressionStream } from 'node:stream/web'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { standInForDialogs } from './stand-in-for-dialogs.ts'

// Browsers have them, and jsdom hasn't.
Object.assign(globalThis, { CompressionStream, PerformanceObserver })
// The default of a second is short on a machine that runs everything at once.
configure({ asyncUtilTimeout: 10_000 })
standInForDialogs()
// jsdom has no layout: there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined

afterEach(cleanup)
