import './data/configure-zod.ts'
import './ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App.tsx'
import { keepInstallOffer } from './shell/install/install-prompt.ts'
import { openSession } from './shell/session/open-session.ts'
import { watchErrors } from './shell/watch-errors.ts'
import { beginUpdates } from './shell/update-watch.ts'
import { applyTheme, chosenTheme } from './ui/theme-choice.ts'

applyTheme(chosenTheme())
watchErrors(window)
keepInstallOffer(window)
openSession(window)
if (import.meta.env.PROD) beginUpdates(window)

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no #app')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
