import { register } from 'tsx/esm/api'

// Whatever loader the server was started with.
register()
await import('./copy-process-main.ts')
