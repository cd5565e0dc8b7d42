import { addresses } from '../../addresses.ts'
import { Page } from '../../ui/Page.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { fieldHelp } from './field-help.ts'
import styles from './first-steps.module.css'

/** What goes into each field, with an example. */
export function FieldHelpPage() {
  return (
    <Page title="Remplir un compte rendu" back={{ href: addresses.home }}>
      <Prose>
        {fieldHelp.map(({ title, fields }) => (
          <section key={title}>
            <h2>{title}</h2>
            <dl>
              {fields.map(({ field, what, example }) => (
                <div key={field} className={styles.field}>
                  <dt>
                    <strong>{field}</strong>
                  </dt>
                  <dd>{what}</dd>
                  <dd className={styles.example}>{example}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Prose>
    </Page>
  )
}
