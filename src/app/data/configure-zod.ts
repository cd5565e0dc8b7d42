import * as z from 'zod/mini'

// Before any schema is made: a strict CSP allows no code made from text, and reports the mere attempt.
z.config({ jitless: true })
