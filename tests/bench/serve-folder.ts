import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export interface FolderServer {
  readonly origin: string
  close(): Promise<void>
}

/** Serves the files of a folder on a free port of this machine, each with the same headers. */
export async function serveFolder(
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname === '/' ? '/index.html' : normalize(pathname)
    readFile(join(folder, path)).then(
      (content) =>
        response.writeHead(200, { ...headers, 'content-type': types[extname(path)] ?? '' }).end(content),
      () => response.writeHead(404, headers).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to be had')
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
