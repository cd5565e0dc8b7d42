import { useState } from 'react'
import { useLocation } from 'wouter'
import { addresses } from '../../addresses.ts'
import { erasePerson } from '../../data/beneficiaries.ts'
import { nameOf, nameOfBody, type LocalPerson } from '../../data/people-of-rows.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { counted } from '../../ui/format/number.ts'

/** The right to be forgotten: what goes and what stays, in words, before it is done for good. */
export function Erasure({ local, reports }: { local: LocalPerson; reports: number }) {
  const db = useDatabase()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [, ...merged] = local.pages
  const erase = async () => {
    await erasePerson(db, local)
    navigate(addresses.beneficiaries, { replace: true })
  }
  return (
    <div>
      <Button variant="destructive" icon="trash" onClick={() => setAsking(true)}>
        Effacer cette personne
      </Button>
      <Dialog
        open={isAsking}
        title={`Effacer ${nameOf(local.person)} ?`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="destructive" onClick={() => void erase()}>
              Effacer pour toujours
            </Button>
            <Button onClick={() => setAsking(false)}>Annuler</Button>
          </>
        }
      >
        <p>
          Sa fiche disparaît partout, sur tous vos appareils et sur le serveur, et ne revient pas.{' '}
          {reports > 0 &&
            `Ses ${counted(reports, 'compte rendu reste et compte', 'comptes rendus restent et comptent')} une personne anonyme.`}
        </p>
        {merged.length > 0 && (
          <p>
            Ce qui a été réuni avec elle disparaît aussi&nbsp;:{' '}
            {merged.map(({ body }) => `« ${nameOfBody(body)} »`).join(', ')}.
          </p>
        )}
        {reports > 0 && (
          <p>
            Les notes de ses comptes rendus restent telles que vous les avez écrites. Retirez-en d’abord ce
            qui permettrait de la reconnaître.
          </p>
        )}
      </Dialog>
    </div>
  )
}
