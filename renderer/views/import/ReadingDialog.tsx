import { useRef, useState } from 'react';
import { type ColumnReading, usualReading } from '../../../shared/codecs/conll/column-reading.ts';
import { columnRoles, type ColumnMapping, noMapping } from '../../../shared/codecs/corpus/column-mapping.ts';
import { type FoundCleaning, type FoundEncoding, type FoundTable } from '../../../shared/codecs/texts/survey.ts';
import { type CopyChoice } from '../../../shared/dataset/copy-groups.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { type Cleaning, cleanings } from '../../../shared/text/cleaning.ts';
import { decodeText, encodingNames, type TextEncoding, textEncodings } from '../../../shared/text/encoding.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/CheckList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Words } from '../../ui/Words.tsx';
import { ColumnsPart } from './ColumnsPart.tsx';
import { type ReadingAnswer, type ReadingQuestion } from './import-tools.ts';
import styles from './ReadingDialog.module.css';
import { useAnswer } from './use-answer.ts';
import { useLooked } from './use-looked.ts';

interface ReadingDialogProps {
  readonly question: ReadingQuestion;
  readonly onAnswer: (answer: ReadingAnswer | null) => void;
}

/** Asks how files of texts are to be read: encoding with a preview, article or whole page, what columns mean, where words and tags stand, what is made uniform. */
export function ReadingDialog({ question, onAnswer }: ReadingDialogProps) {
  const { files, areMany, count } = question;
  const { t } = useMessages();
  const body = useRef<HTMLDivElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  const [instead, setInstead] = useState<Partial<Record<TextEncoding | 'unknown', TextEncoding>>>({});
  const { survey, remembered, isKnown } = useLooked(question, instead);
  const [isWholePage, setWholePage] = useState(false);
  const [cleaning, setCleaning] = useState<readonly Cleaning[]>([]);
  const [given, setGiven] = useState<Readonly<Record<string, ColumnMapping>>>({});
  const columns = Object.fromEntries(survey.tables.map(({ key, mapping }) => [key, given[key] ?? remembered[key] ?? mapping ?? noMapping]));
  const [conll, setConll] = useState<ColumnReading>(usualReading);
  const isWhole = survey.tables.every(({ key }) => columns[key]?.text);
  // Words in columns stay as they are: what is asked of texts would be asked of nothing.
  const hasTexts = survey.pages !== null || survey.encodings.length + survey.tables.length + survey.cleanings.length > 0;
  const [copies, setCopies] = useState<CopyChoice | 'ask'>('ask');
  // What was shown and left as it is has been chosen, too.
  const asShown = Object.fromEntries(survey.encodings.flatMap(({ encoding }) => (encoding ? [[encoding, encoding]] : [])));
  const answer = () => onAnswer({ reading: { instead: { ...asShown, ...instead }, isWholePage, cleaning, columns, ...(survey.conll && { conll }) }, copies: copies === 'ask' ? null : copies });
  const isSample = areMany && survey.files < files;
  // The survey looked at the beginnings, in the columns that it took for the text.
  const isSurveyed = isKnown && survey.areCounted && survey.tables.every(({ key, mapping }) => (mapping?.text ?? null) === (columns[key]?.text ?? null));
  const textColumns = Object.fromEntries(survey.tables.map(({ key }) => [key, { ...noMapping, text: columns[key]?.text ?? null }]));
  const counted = useAnswer(count, isSurveyed || !isKnown ? null : { instead, columns: textColumns });
  const countOf = (kind: Cleaning): number | null => {
    if (isSurveyed) return survey.cleanings.find((one) => one.kind === kind)?.count ?? 0;
    return counted.isKnown ? (counted.latest?.[kind] ?? null) : null;
  };
  const footer = (
    <>
      <Button onClick={() => onAnswer(null)}>{t('dialog.cancel')}</Button>
      <Button ref={take} kind="primary" disabled={!isWhole || !isKnown} onClick={answer}>
        {t('import.reading.take', { n: files })}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={() => onAnswer(null)}
      title={t('import.reading.title')}
      size="wide"
      footer={footer}
      // What must be looked at first; where nothing must, Enter goes on.
      focusFirst={() => body.current?.querySelector('select') ?? take.current}
    >
      <div ref={body}>
        {isSample && <p className={styles.intro}>{t('import.reading.many', { n: files, looked: survey.files })}</p>}
        {survey.encodings.map((found) => {
          const name = found.encoding ?? 'unknown';
          return <EncodingPart key={name} found={found} chosen={instead[name] ?? found.encoding} onChoose={(encoding) => setInstead({ ...instead, [name]: encoding })} />;
        })}
        {survey.pages && (
          <section className={styles.part}>
            <h3>{t('import.reading.pages', { n: survey.pages.files })}</h3>
            {([false, true] as const).map((whole) => (
              <label key={String(whole)} className={styles.check}>
                <input type="radio" name="page" checked={isWholePage === whole} onChange={() => setWholePage(whole)} />
                <span>{t(whole ? 'import.reading.page-whole' : 'import.reading.page-article')}</span>
              </label>
            ))}
          </section>
        )}
        {survey.tables.map((table) => (
          <TablePart key={table.key} table={table} mapping={columns[table.key] ?? noMapping} onChoose={(mapping) => setGiven({ ...given, [table.key]: mapping })} />
        ))}
        {survey.conll && <ColumnsPart found={survey.conll} reading={conll} onChoose={setConll} />}
        {areMany && (
          <section className={styles.part}>
            <h3>{t('import.reading.copies')}</h3>
            <p className={styles.words}>{t('import.reading.copies.hint')}</p>
            {(['ask', 'link', 'one', 'keep'] as const).map((choice) => (
              <label key={choice} className={styles.check}>
                <input type="radio" name="copies" checked={copies === choice} onChange={() => setCopies(choice)} />
                <span>{t(`copies.${choice}`)}</span>
              </label>
            ))}
          </section>
        )}
        {(!survey.conll || hasTexts) && (
          <CleaningPart
            found={survey.cleanings}
            countOf={countOf}
            left={[...(isSample ? (['sampled'] as const) : []), ...(survey.pages ? (['pages'] as const) : [])]}
            chosen={cleaning}
            onChoose={setCleaning}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Lines of a file that show whether its words are right. */
const linesShown = 3;

function previewOf({ head }: FoundEncoding, encoding: TextEncoding): string | null {
  // The beginning may end in the middle of a character.
  for (let cut = 0; cut < 4; cut++) {
    const decoded = decodeText(head.subarray(0, head.length - cut), encoding);
    if (decoded.ok) return decoded.text.replaceAll(/[\0\r]/g, ' ').split('\n').filter((line) => line.trim() !== '').slice(0, linesShown).map((line) => line.slice(0, 120)).join('\n');
  }
  return null;
}

function EncodingPart({ found, chosen, onChoose }: { readonly found: FoundEncoding; readonly chosen: TextEncoding | null; readonly onChoose: (encoding: TextEncoding) => void }) {
  const { t, rich } = useMessages();
  const preview = chosen && previewOf(found, chosen);
  return (
    <section className={styles.part}>
      <h3>{found.encoding ? t('import.reading.encoding', { n: found.files }) : t('import.reading.encoding-unknown', { n: found.files })}</h3>
      <p className={styles.words}>{rich('import.reading.example', { file: found.file })}</p>
      <label className={styles.as}>
        <span>{t('import.reading.as')}</span>
        <select className={styles.select} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value as TextEncoding)}>
          {chosen === null && <option value="">{t('import.reading.not-known')}</option>}
          {textEncodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encodingNames[encoding]}
            </option>
          ))}
        </select>
      </label>
      {chosen !== null && (
        <div className={styles.preview} lang="fa" dir={directionOf(preview ?? '')} aria-live="polite">
          {preview ?? t('import.reading.not-so')}
        </div>
      )}
    </section>
  );
}

function TablePart({ table, mapping, onChoose }: { readonly table: FoundTable; readonly mapping: ColumnMapping; readonly onChoose: (mapping: ColumnMapping) => void }) {
  const { t, rich } = useMessages();
  const roleOf = (column: string): string => columnRoles.find((role) => mapping[role] === column) ?? '';
  /** A role is that of one column: whoever gets it takes it from another. */
  const give = (column: string, role: string): void => {
    const without = Object.fromEntries(columnRoles.map((one) => [one, mapping[one] === column ? null : mapping[one]])) as ColumnMapping;
    onChoose(role === '' ? without : { ...without, [role]: column });
  };
  return (
    <section className={styles.part}>
      <h3>{t('import.reading.table', { n: table.files })}</h3>
      <p className={styles.words}>{rich('import.reading.example', { file: table.file })}</p>
      {mapping.text === null && <p role="alert" className={styles.wrong}>{t('import.reading.no-text')}</p>}
      <div className={styles.sheet} role="region" aria-label={t('import.reading.rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col" data-used={roleOf(column) !== ''}>
                  <Words>{column}</Words>
                  <select className={styles.select} aria-label={column} value={roleOf(column)} onChange={(event) => give(column, event.target.value)}>
                    <option value="">{t('import.column.none')}</option>
                    {columnRoles.map((role) => (
                      <option key={role} value={role}>
                        {t(`import.column.${role}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, at) => (
                  <td key={table.columns[at]} data-used={roleOf(table.columns[at] ?? '') !== ''}>
                    <Words>{cell}</Words>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CleaningPartProps {
  /** With examples, from the beginnings. */
  readonly found: readonly FoundCleaning[];
  /** Places in all texts; `null` while they are being counted. */
  readonly countOf: (kind: Cleaning) => number | null;
  /** What the counts leave out. */
  readonly left: readonly ('sampled' | 'pages')[];
  readonly chosen: readonly Cleaning[];
  readonly onChoose: (chosen: readonly Cleaning[]) => void;
}

function CleaningPart({ found, countOf, left, chosen, onChoose }: CleaningPartProps) {
  const { t } = useMessages();
  return (
    <section className={styles.part}>
      <h3>{t('import.cleaning.title')}</h3>
      <p className={styles.words}>{[t('import.cleaning.words'), ...left.map((one) => t(`import.cleaning.left.${one}`))].join(' ')}</p>
      {cleanings.map((kind) => {
        const one = found.find((each) => each.kind === kind);
        const isChosen = chosen.includes(kind);
        const n = countOf(kind);
        return (
          <div key={kind}>
            <Check checked={isChosen} onChange={(isNow) => onChoose(isNow ? [...chosen, kind] : chosen.filter((other) => other !== kind))}>
              {t(`import.cleaning.${kind}`)} {!(n === 0 && left.length > 0) && <span className={styles.count}>{n === null ? t('import.cleaning.counting') : t('import.cleaning.count', { n })}</span>}
            </Check>
            {one && (
              <ul className={styles.examples}>
                {one.examples.map(({ before, was, becomes, after }, index) => (
                  <li key={index} lang="fa" dir={directionOf(before + after)}>
                    {before}
                    <del>{shown(was)}</del>
                    <ins>{shown(becomes)}</ins>
                    {after}
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** What shows nothing of its own is shown by a sign. */
const shown = (piece: string): string => piece.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '│').replaceAll(/\p{Zs}/gu, '␣');
