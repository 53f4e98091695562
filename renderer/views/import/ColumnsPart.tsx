import { type ColumnReading, type Joiner, joiners, readSchemes, type ReadScheme } from '../../../shared/codecs/conll/column-reading.ts';
import { type FoundColumns } from '../../../shared/codecs/texts/survey.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './ReadingDialog.module.css';

interface ColumnsPartProps {
  readonly found: FoundColumns;
  readonly reading: ColumnReading;
  readonly onChoose: (reading: ColumnReading) => void;
}

/** Which column of a file holds its words and which their tags, in what scheme, and what a text made of the words has between them. */
export function ColumnsPart({ found: { file, files, rows }, reading, onChoose }: ColumnsPartProps) {
  const { t, rich } = useMessages();
  const count = Math.max(...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) => index + 1);
  const tag = reading.tag ?? count;
  const roleOf = (column: number): string => (column === reading.word ? 'word' : column === tag ? 'tag' : '');
  /** Each of the two has a column: whoever gets one leaves its own to the other. */
  const give = (column: number, role: string): void => {
    if (role === 'word') onChoose({ ...reading, word: column, tag: column === tag ? reading.word : reading.tag });
    if (role === 'tag') onChoose({ ...reading, tag: column, word: column === reading.word ? tag : reading.word });
  };
  return (
    <section className={styles.part}>
      <h3>{t('import.conll.title', { n: files })}</h3>
      <p className={styles.words}>{rich('import.reading.example', { file })}</p>
      <p className={styles.words}>{t('import.conll.hint')}</p>
      <div className={styles.sheet} role="region" aria-label={t('import.reading.rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-used={roleOf(column) !== ''}>
                  <span>{t('import.conll.column', { n: column })}</span>
                  <select className={styles.select} aria-label={t('import.conll.column', { n: column })} value={roleOf(column)} onChange={(event) => give(column, event.target.value)}>
                    {roleOf(column) === '' && <option value="">{t('import.conll.none')}</option>}
                    <option value="word">{t('import.conll.word')}</option>
                    <option value="tag">{t('import.conll.tag')}</option>
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column} data-used={roleOf(column) !== ''}>
                    <Words>{cells[column - 1] ?? ''}</Words>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <label className={styles.as}>
        <span>{t('import.conll.scheme')}</span>
        <select className={styles.select} value={reading.scheme ?? ''} onChange={({ target }) => onChoose({ ...reading, scheme: target.value === '' ? null : (target.value as ReadScheme) })}>
          <option value="">{t('import.conll.scheme.any')}</option>
          {readSchemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {scheme.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.as}>
        <span>{t('import.conll.joiner')}</span>
        <select className={styles.select} value={reading.joiner} onChange={({ target }) => onChoose({ ...reading, joiner: target.value as Joiner })}>
          {joiners.map((joiner) => (
            <option key={joiner} value={joiner}>
              {t(`import.conll.joiner.${joiner}`)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
