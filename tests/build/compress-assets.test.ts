import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressFolder } from '../../src/build/compress-assets.ts'
import { temporaryFolder } from './temporary-folder.ts'

const long = 'Compte rendu d’activité, même sans réseau. '.repeat(30)

test('what compresses has both forms beside it, with the same content', async () => {
  const names = ['a.html', 'a.js', 'a.css', 'a.svg', 'a.json', 'a.webmanifest', 'assets/communes-1.txt']
  const folder = await temporaryFolder(Object.fromEntries(names.map((name) => [name, `${name} ${long}`])))
  const compressed = await compressFolder(folder)
  expect(compressed).toEqual(names.map((name) => join(folder, name)).sort())
  for (const name of names) {
    const content = `${name} ${long}`
    expect(brotliDecompressSync(await readFile(join(folder, `${name}.br`))).toString()).toBe(content)
    expect(gunzipSync(await readFile(join(folder, `${name}.gz`))).toString()).toBe(content)
  }
})

test('what is small, or compressed already, is left alone', async () => {
  const files = {
    'a.js': 'x'.repeat(511),
    'icon.png': long,
    'font.woff2': long,
    'a.js.br': long,
    'a.js.gz': long,
  }
  const folder = await temporaryFolder(files)
  expect(await compressFolder(folder)).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort())
})

test('512 bytes are enough', async () => {
  const folder = await temporaryFolder({ 'a.js': 'x'.repeat(512) })
  await compressFolder(folder)
  expect((await readdir(folder)).sort()).toEqual(['a.js', 'a.js.br', 'a.js.gz'])
})
