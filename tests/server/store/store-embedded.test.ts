import { describe } from 'vitest'

import { onEngine } from '../each-store.ts'
import { storeContract } from './store-contract.ts'

describe('the embedded store', () => {
  onEngine('embedded', storeContract)
})
