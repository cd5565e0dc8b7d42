import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replaceOnce, type Replacement } from '../simulation/builds.ts'
import { laterVersion } from '../simulation/later-version.ts'

const root = join(import.meta.dirname, '..', '..')

/** What the product is made of; tests aren't. */
const parts = [
  'src',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]

/** The later version has a form besides, which says something of each report that this version has no word for. */
const laterForm: Replacement = {
  file: 'src/app/features/file-report/report-form.ts',
  find: '    autonomy: values.autonomy || null,',
  replace: "    autonomy: values.autonomy || null,\n    weather: 'pluie',",
}

/** What is only smaller by it takes some seconds. */
const uncompressed: Replacement = {
  file: 'vite.config.ts',
  find: '    compressAssetsPlugin(),\n',
  replace: '',
}

/** A copy of the product as its next version would be, with a newer schema on both sides: its server runs from here. */
export interface LaterTree {
  readonly folder: string
  /** Its app, built. */
  readonly app: string
  remove(): Promise<void>
}

export async function makeLaterTree(): Promise<LaterTree> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-coop-later-'))
  await Promise.all(parts.map((part) => cp(join(root, part), join(folder, part), { recursive: true })))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  for (const change of [...laterVersion, laterForm, uncompressed]) {
    const path = join(folder, change.file)
    await writeFile(path, replaceOnce(await readFile(path, 'utf8'), change))
  }
  // As it is delivered, since the tests' own mode would be the app's; but for its size, which takes half of the time.
  const asDelivered = {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  } as const
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const build = ['build', '--logLevel', 'error', '--minify', 'false']
  execFileSync(process.execPath, [vite, ...build], asDelivered)
  execFileSync(process.execPath, ['--import', 'tsx', join('src', 'build', 'build-server.ts')], asDelivered)
  return {
    folder,
    app: join(folder, 'dist'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
