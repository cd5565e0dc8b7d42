import { useState } from 'react'
import { useDatabase } from '../../data/react/database-context.ts'
import { importUnsent, type ImportOutcome } from '../../data/import-unsent.ts'
import { rememberError } from '../../data/last-errors.ts'
import type { UnsentFileRefusal } from '../../data/unsent-file.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { counted } from '../../ui/format/number.ts'
import { Status } from '../../ui/Status.tsx'
import { Stack } from '../../ui/Stack.tsx'

type Outcome = ImportOutcome | { ok: false; reason: 'not-kept' }

/** Takes back, on another device, a file that *Exporter ce qui n’est pas envoyé* gave. */
export function ImportUnsent() {
  const db = useDatabase()
  const [isOpen, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const take = async (file: File) => {
    setOutcome(undefined)
    try {
      setOutcome(await importUnsent(db, await file.text()))
    } catch (error) {
      rememberError(error)
      setOutcome({ ok: false, reason: 'not-kept' })
    }
  }
  return (
    <Disclosure
      summary="Reprendre un fichier exporté"
      detail="d’un autre de vos appareils"
      open={isOpen}
      onToggle={setOpen}
    >
      <Stack gap="close">
        <FileField
          label="Fichier à reprendre"
          hint="Celui que donne «&nbsp;Exporter ce qui n’est pas envoyé&nbsp;». Rien n’est doublé, même si l’autre appareil envoie aussi."
          accept=".json,application/json"
          error={outcome?.ok === false ? refusals[outcome.reason] : undefined}
          onChoose={(file) => void take(file)}
        />
        <Status>{outcome?.ok && sentenceOf(outcome)}</Status>
      </Stack>
    </Disclosure>
  )
}

function sentenceOf({ added, drafts }: { added: number; drafts: number }): string {
  if (added + drafts === 0) return 'Tout ce que contient ce fichier est déjà sur cet appareil, ou envoyé.'
  const taken = [
    added > 0 && counted(added, 'élément', 'éléments'),
    drafts > 0 && counted(drafts, 'brouillon', 'brouillons'),
  ]
  return `Repris de ce fichier\u00A0: ${taken.filter(Boolean).join(' et ')}.`
}

const refusals: Record<UnsentFileRefusal | 'not-kept', string> = {
  unreadable: 'Ce fichier n’est pas un export d’Espace Coop, ou il est abîmé. Rien n’a été repris.',
  newer:
    'Ce fichier vient d’une version plus récente d’Espace Coop. Mettez l’application à jour, puis reprenez-le.',
  'other-person': 'Ce fichier est celui d’une autre personne. Elle seule peut le reprendre, sur son compte.',
  'not-kept':
    'Cet appareil n’a pas pu enregistrer. Rien n’a été repris\u00A0: libérez de la place, puis réessayez.',
}
