import { useId, useMemo, useRef, useState } from 'react';
import { type ForeignName } from '../../../shared/codecs/naming/foreign-names.ts';
import { partKey } from '../../../shared/codecs/naming/name-part.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NameOption } from '../../ui/NameOption.tsx';
import { Words } from '../../ui/Words.tsx';
import { Excerpt } from './Excerpt.tsx';
import { type NamesAnswer, type NamesQuestion } from './import-tools.ts';
import { answerOf, askedNames, asNew, draftOf, leftOut, optionsFor, withAdded } from './name-answers.ts';
import styles from './NamesDialog.module.css';

interface NamesDialogProps {
  readonly question: NamesQuestion;
  readonly onAnswer: (answer: NamesAnswer | null) => void;
}

const kinds = [
  { kind: 'label', heading: 'import.names.labels' },
  { kind: 'relation', heading: 'import.names.relations' },
  { kind: 'attribute', heading: 'import.names.attributes' },
] as const;

/** Asks what the labels, relations and attributes of a file mean that the Schema does not have. */
export function NamesDialog({ question, onAnswer }: NamesDialogProps) {
  const { t } = useMessages();
  const names = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => draftOf(question));
  const answer = useMemo(() => answerOf(question, draft), [question, draft]);
  const asked = askedNames(question, answer);
  // What a name itself adds is said by its own last option.
  const offered = withAdded(question.schema, answer.added.filter(({ kind }) => kind === 'add-label'));
  const footer = (
    <>
      <Button onClick={() => onAnswer(null)}>{t('dialog.cancel')}</Button>
      <Button kind="primary" onClick={() => onAnswer(answer)}>
        {t('import.continue')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={() => onAnswer(null)}
      title={t('import.names.title')}
      size="wide"
      footer={footer}
      focusFirst={() => names.current?.querySelector('select') ?? null}
    >
      <p className={styles.words}>{t('import.names.words')}</p>
      <div ref={names} className={styles.names}>
        {kinds.map(({ kind, heading }) => {
          const own = asked.filter(({ part }) => part.kind === kind);
          if (own.length === 0) return null;
          return (
            <section key={kind}>
              <h3 className={styles.heading}>{t(heading)}</h3>
              <ul className={styles.list}>
                {own.map((name) => (
                  <NameRow
                    key={partKey(name.part)}
                    name={name}
                    options={optionsFor(name.part, kind === 'attribute' ? offered : question.schema, answer.choices)}
                    value={draft.get(partKey(name.part)) ?? leftOut}
                    onChoose={(said) => setDraft(new Map([...draft, [partKey(name.part), said]]))}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

interface NameRowProps {
  readonly name: ForeignName;
  readonly options: ReturnType<typeof optionsFor>;
  readonly value: string;
  readonly onChoose: (said: string) => void;
}

function NameRow({ name: { part, count, example }, options, value, onChoose }: NameRowProps) {
  const { t, rich, language } = useMessages();
  const id = useId();
  const known = value === leftOut || value === asNew || options.some((option) => option.id === value) ? value : leftOut;
  const isFirst = (index: number): boolean => options.findIndex((option) => option.name[language] === options[index]?.name[language]) === index;
  return (
    <li className={styles.row}>
      <span id={`${id}-name`} className={styles.name}>
        <bdi>{part.name}</bdi>{' '}
        {part.kind === 'attribute' && <span className={styles.of}>{rich('import.names.of', { label: part.label })} </span>}
        <span className={styles.count}>{t('import.names.count', { n: count })}</span>
      </span>
      <select className={styles.select} value={known} aria-labelledby={`${id}-name`} aria-describedby={`${id}-example`} onChange={(event) => onChoose(event.target.value)}>
        <option value={leftOut}>{t('import.names.leave')}</option>
        {options.map((option, index) => (
          <NameOption key={option.id} value={option.id} name={option.name[language]} {...(!isFirst(index) && { more: `(${option.id})` })} />
        ))}
        <option value={asNew}>{t(`import.names.add.${part.kind}`)}</option>
      </select>
      <span id={`${id}-example`} className={styles.example}>
        {example.marked !== '' && <Excerpt {...example} />}
        {example.said !== '' && (
          <span className={styles.said}>
            {part.kind === 'attribute' ? '=' : t('import.names.leads')} <Words>{example.said}</Words>
          </span>
        )}
      </span>
    </li>
  );
}
