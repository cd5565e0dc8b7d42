/* The few calls that the benches make of packages that carry no types of their own, or aren't installed yet. */

declare module 'express' {
  type Handler = (...parameters: never[]) => void
  interface App {
    use(...parameters: (string | Handler)[]): void
    listen(port: number, host: string, ready: () => void): void
  }
  const express: { (): App; static(folder: string): Handler }
  export = express
}

declare module 'compression' {
  function compression(): (...parameters: never[]) => void
  export = compression
}

declare module 'express-pouchdb' {
  function expressPouchDB(
    PouchDB: unknown,
    options: { mode: string; inMemoryConfig: boolean },
  ): (...parameters: never[]) => void
  export = expressPouchDB
}

declare module 'pouchdb-adapter-memory' {
  const plugin: object
  export = plugin
}

declare module 'pouchdb-mapreduce' {
  const plugin: object
  export = plugin
}

declare module 'pouchdb-core' {
  interface Database {
    bulkDocs(documents: object[]): Promise<unknown>
  }
  interface PouchDB {
    new (name: string): Database
    plugin(plugin: object): PouchDB
    defaults(options: { adapter: string }): PouchDB
  }
  const PouchDB: PouchDB
  export = PouchDB
}

declare module 'pouchdb-browser' {
  interface Replication extends Promise<{ ok: boolean; docs_written: number; errors: unknown[] }> {
    on(event: 'change', listener: () => void): Replication
  }
  interface Database {
    allDocs(options: {
      descending: boolean
      limit: number
      include_docs: boolean
    }): Promise<{ total_rows: number; rows: { id: string; doc: Record<string, unknown> }[] }>
    put(document: object): Promise<unknown>
    replicate: {
      from(remote: string, options: object): Replication
      to(remote: string, options: object): Replication
    }
    close(): Promise<void>
  }
  const PouchDB: new (name: string) => Database
  export = PouchDB
}
