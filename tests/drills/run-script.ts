import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..', '..')

/** Runs a script of the repository as an operator does, and answers what it says; rejects where it fails. */
export async function runScript(
  name: string,
  environment: Readonly<Record<string, string>>,
  parameters: readonly string[] = [],
): Promise<string> {
  const all = ['run', '--silent', name, ...(parameters.length > 0 ? ['--', ...parameters] : [])]
  const { stdout } = await promisify(execFile)('npm', all, {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  return stdout
}
