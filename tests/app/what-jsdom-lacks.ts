import { PerformanceObserver } from 'node:perf_hooks'
import { CompressionStream } from 'node:stream/web'
import { clearImmediate, setImmediate } from 'node:timers'

/*
 * Read before all else. Browsers have the first two, and jsdom hasn't; by the third, which no browser has, the database
 * that stands in for a browser's does its next step at once, and not after a millisecond.
 */

Object.assign(globalThis, { CompressionStream, PerformanceObserver, clearImmediate, setImmediate })
