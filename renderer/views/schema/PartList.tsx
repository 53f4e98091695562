import { ArrowRight, GripVertical, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { statedRules } from '../../../shared/checks/usual-rules.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LanePreview } from '../../editor/LanePreview.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { AddDialog } from './AddDialog.tsx';
import styles from './PartList.module.css';
import { type SchemaDesk } from './schema-desk.ts';
import { dropEdge } from './row-drag.ts';
import { type Selection } from './selection.ts';
import { type RowDragging, useRowDrag } from './use-row-drag.ts';

interface PartListProps {
  readonly desk: SchemaDesk;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** All labels and relations, and how often each is used; one is open. */
export function PartList({ desk, selection, onSelect }: PartListProps) {
  const { t, number, language, list: listed } = useMessages();
  const [adding, setAdding] = useState<'label' | 'relation' | null>(null);
  const { schema, uses } = desk;
  const namesOf = (ids: readonly LabelId[]): string => listed(ids.map((id) => labelDef(schema, id)?.name[language] ?? id));
  const list = useRef<HTMLElement>(null);
  const raise = useThrow();
  const labelRows = useRef<HTMLUListElement>(null);
  const relationRows = useRef<HTMLUListElement>(null);
  const labels = useRowDrag(labelRows, (from, to) => {
    const label = schema.labels[from]?.id;
    if (label) desk.editor.edit({ kind: 'move', part: { kind: 'label', label }, to }).catch(raise);
  });
  const relations = useRowDrag(relationRows, (from, to) => {
    const relation = schema.relations[from]?.type;
    if (relation) desk.editor.edit({ kind: 'move', part: { kind: 'relation', relation }, to }).catch(raise);
  });
  // What had the focus may have gone with the part that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
  });
  return (
    <nav ref={list} className={styles.list} aria-label={t('schema.parts')}>
      <h2 className={styles.heading}>{t('schema.labels')}</h2>
      <ul ref={labelRows}>
        {schema.labels.map(({ id, key, name }, index) => {
          const part = { kind: 'label', label: id } as const;
          return (
            <li key={id} className={styles.part} data-dragged={labels.drag?.from === index} data-drop={dropEdge(labels.drag, index)}>
              <Grip dragging={labels} index={index} />
              <button
                type="button"
                className={styles.row}
                aria-current={selection.kind === 'label' && selection.label === id}
                onClick={() => onSelect(part)}
              >
                <KeyHint>{key === null ? '' : number(key)}</KeyHint>
                <LabelSign schema={schema} label={id} />
                <span className={styles.name}><bdi>{name[language]}</bdi></span>
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
      <ul ref={relationRows}>
        {schema.relations.map(({ type, name, from, to }, index) => {
          const part = { kind: 'relation', relation: type } as const;
          return (
            <li key={type} className={styles.part} data-dragged={relations.drag?.from === index} data-drop={dropEdge(relations.drag, index)}>
              <Grip dragging={relations} index={index} />
              <button
                type="button"
                className={styles.row}
                aria-current={selection.kind === 'relation' && selection.relation === type}
                title={t('schema.relation.ends', { from: namesOf(from), to: namesOf(to) })}
                onClick={() => onSelect(part)}
              >
                <span className={styles.name}><bdi>{name[language]}</bdi></span>
                <span className={styles.ends}>
                  {from.map((id) => <LabelSign key={id} schema={schema} label={id} />)}
                  <ArrowRight size={14} strokeWidth={1.75} aria-hidden className="directional-icon" />
                  {to.map((id) => <LabelSign key={id} schema={schema} label={id} />)}
                </span>
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
      <button type="button" className={styles.row} aria-current={selection.kind === 'rules'} onClick={() => onSelect({ kind: 'rules' })}>
        <span className={styles.name}>{t('schema.task-rules')}</span>
        <span className={styles.count}>{number(statedRules(schema).length)}</span>
      </button>
      {adding && <AddDialog what={{ kind: adding }} desk={desk} onClose={() => setAdding(null)} />}
    </nav>
  );
}

/** For the pointer alone: keys and the buttons of the form move a part, too. */
const Grip = ({ dragging, index }: { readonly dragging: RowDragging; readonly index: number }) => (
  <span className={styles.grip} aria-hidden onPointerDown={(event) => dragging.onGrab(event, index)}>
    <GripVertical size={14} aria-hidden />
  </span>
);
