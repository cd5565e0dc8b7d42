import PouchDB from 'pouchdb-browser'

/* PouchDB and nothing else, for its size. */
Object.assign(window, { PouchDB })
