import { register } from 'tsx/esm/api'

// A thread can't begin with a TypeScript file under Node 20, whatever loader its parent was started with.
register()
await import('./reading-worker.ts')
