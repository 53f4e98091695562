import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LanePreview } from '../../editor/LanePreview.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { AddDialog } from './AddDialog.tsx';
import styles from './PartList.module.css';
import { type SchemaDesk } from './schema-desk.ts';
import { type Selection } from './selection.ts';

interface PartListProps {
  readonly desk: SchemaDesk;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** All labels and relations, and how often each is used; one is open. */
export function PartList({ desk, selection, onSelect }: PartListProps) {
  const { t, number, language } = useMessages();
  const [adding, setAdding] = useState<'label' | 'relation' | null>(null);
  const { schema, uses } = desk;
  const list = useRef<HTMLElement>(null);
  // What had the focus may have gone with the part that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
  });
  return (
    <nav ref={list} className={styles.list} aria-label={t('schema.parts')}>
      <h2 className={styles.heading}>{t('schema.labels')}</h2>
      <ul>
        {schema.labels.map(({ id, key, name }) => {
          const part = { kind: 'label', label: id } as const;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.row}
                aria-current={selection.kind === 'label' && selection.label === id}
                onClick={() => onSelect(part)}
              >
                <KeyHint>{key === null ? '' : number(key)}</KeyHint>
                <LabelSign schema={schema} label={id} />
                <span className={styles.name}>{name[language]}</span>
                <LanePreview schema={schema} label={id} />
                <span className={styles.count}>{number(uses(part))}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <Button kind="quiet" icon={Plus} onClick={() => setAdding('label')}>
        {t('schema.label.add')}
      </Button>
      <h2 className={styles.heading}>{t('schema.relations')}</h2>
      <ul>
        {schema.relations.map(({ type, name }) => {
          const part = { kind: 'relation', relation: type } as const;
          return (
            <li key={type}>
              <button
                type="button"
                className={styles.row}
                aria-current={selection.kind === 'relation' && selection.relation === type}
                onClick={() => onSelect(part)}
              >
                <span className={styles.name}>{name[language]}</span>
                <span className={styles.count}>{number(uses(part))}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <Button kind="quiet" icon={Plus} onClick={() => setAdding('relation')}>
        {t('schema.relation.add')}
      </Button>
      <h2 className={styles.heading}>{t('schema.rules')}</h2>
      <button type="button" className={styles.row} aria-current={selection.kind === 'crossing'} onClick={() => onSelect({ kind: 'crossing' })}>
        <span className={styles.name}>{t('schema.crossing')}</span>
      </button>
      {adding && <AddDialog what={{ kind: adding }} desk={desk} onClose={() => setAdding(null)} />}
    </nav>
  );
}
