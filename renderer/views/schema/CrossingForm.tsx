import { mayCross } from '../../../shared/commands/schema/alter-schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import styles from './CrossingForm.module.css';
import form from './form.module.css';
import { type SchemaDesk } from './schema-desk.ts';

/** Which labels may not partly overlap each other: one box for each pair. */
export function CrossingForm({ desk: { schema, editor } }: { readonly desk: SchemaDesk }) {
  const { t, language } = useMessages();
  const raise = useThrow();
  return (
    <section className={form.form} aria-labelledby="schema-part">
      <h2 id="schema-part" className={form.title}>
        {t('schema.crossing')}
      </h2>
      <p className={form.muted}>{t('schema.crossing.hint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {schema.labels.map(({ id, name }) => (
              <th key={id} scope="col">
                <LabelSign schema={schema} label={id} />
                <VisuallyHidden><bdi>{name[language]}</bdi></VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schema.labels.map((row, at) => (
            <tr key={row.id}>
              <th scope="row">
                <LabelSign schema={schema} label={row.id} />
                <span><bdi>{row.name[language]}</bdi></span>
              </th>
              {schema.labels.slice(0, at + 1).map((column) => {
                const isAllowed = mayCross(schema, row.id, column.id);
                const names = { one: row.name[language], other: column.name[language] };
                return (
                  <td key={column.id}>
                    <input
                      type="checkbox"
                      aria-label={t('schema.crossing.pair', names)}
                      checked={!isAllowed}
                      onChange={() => void editor.edit({ kind: 'set-crossing', pair: [row.id, column.id], mayCross: !isAllowed }).catch(raise)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
