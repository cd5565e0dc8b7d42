import { execFileSync } from 'node:child_process'
import { root } from '../browser/server-process.ts'

/* Run by vitest once, before the tests of the server: those that kill it and restore it run it as it is built. */

export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build:server'], { cwd: root, stdio: 'inherit' })
}
