import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type CaseSide, type FoundCase } from '../../../shared/agreement/found-case.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Words } from '../../ui/Words.tsx';
import { type CasePlace } from './AgreementView.tsx';
import styles from './CaseList.module.css';
import { type Cases } from './use-cases.ts';

interface CaseListProps {
  readonly schema: Schema;
  readonly cases: Cases;
  readonly nameOf: (key: string) => string;
  readonly onOpen: (place: CasePlace) => void;
  readonly onClose: () => void;
}

/** CSS pixels; as in the style sheet. */
const rowHeight = 132;

/** What a number is made of, each opening its article at the place. */
export function CaseList({ schema, cases: { wish, found, progress }, nameOf, onOpen, onClose }: CaseListProps) {
  const { t } = useMessages();
  const id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const pane = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setCursor] = useState(0);
  const all = found?.cases ?? [];
  const cursor = Math.max(0, Math.min(all.length - 1, wanted));
  const isThere = found !== null;
  useEffect(() => {
    // The keys go to what was asked for: to the list, and to its pane until that is there. They stay where they are when it is found anew.
    (box.current ?? pane.current)?.focus();
  }, [isThere]);
  const open = (one: FoundCase | undefined): void => {
    const side = one?.a ?? one?.b;
    if (one && side) onOpen({ article: one.article, set: side.set, annotation: side.annotation });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -all.length, End: all.length }[event.key];
    if (event.key === 'Enter' || event.key === ' ') open(all[cursor]);
    else if (by !== undefined) {
      const next = Math.max(0, Math.min(all.length - 1, cursor + by));
      setCursor(next);
      list.current?.scrollToIndex(next, { align: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <aside ref={pane} tabIndex={-1} className={styles.pane} aria-label={t('agreement.cases')} aria-busy={!isThere}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>{wish?.title}</h2>
        <IconButton icon={X} label={t('agreement.cases.close')} onClick={onClose} />
      </header>
      {found === null || progress ? (
        <ProgressBar progress={progress} said={progress ? t(`agreement.${progress.phase}`, { done: progress.done, total: progress.total }) : t('agreement.begin')} />
      ) : (
        <p role="status" className={styles.hint}>
          {all.length === 0 ? t('agreement.cases.none')
            : `${t(found.isCut ? 'agreement.cases.cut' : 'agreement.cases.count', { n: all.length })} · ${t('agreement.cases.hint')}`}
        </p>
      )}
      {all.length > 0 && (
        <div ref={box} role="listbox" tabIndex={0} aria-labelledby={`${id}-title`} aria-activedescendant={`${id}-${cursor}`} className={styles.list} onKeyDown={onKeyDown}>
          <Virtualizer ref={list} data={all} itemSize={rowHeight} keepMounted={[cursor]}>
            {(one, index) => (
              <div
                key={index}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === cursor}
                aria-setsize={all.length}
                aria-posinset={index + 1}
                className={styles.row}
                data-active={index === cursor}
                onClick={() => {
                  setCursor(index);
                  open(one);
                }}
              >
                <p className={styles.source}>
                  <span className={styles.verdict}>{t(`agreement.verdict.${one.verdict}`)}</span>
                  <Words className={styles.title}>{one.title}</Words>
                </p>
                <Side schema={schema} one={one} side={one.a} name={nameOf(one.people[0])} />
                <Side schema={schema} one={one} side={one.b} name={nameOf(one.people[1])} />
              </div>
            )}
          </Virtualizer>
        </div>
      )}
    </aside>
  );
}

interface SideProps {
  readonly schema: Schema;
  readonly one: FoundCase;
  readonly side: CaseSide | null;
  readonly name: string;
}

/** What one of the two did there. */
function Side({ schema, one, side, name }: SideProps) {
  const { t, language } = useMessages();
  const isLink = one.verdict === 'relation-a' || one.verdict === 'relation-b';
  if (!side) {
    return <p className={styles.side}><Words className={styles.name}>{name}</Words><span className={styles.hint}>{t(isLink ? 'agreement.cases.no-link' : 'agreement.cases.nothing')}</span></p>;
  }
  const label = labelDef(schema, side.label as LabelId);
  return (
    <p className={styles.side}>
      <Words className={styles.name}>{name}</Words>
      <LabelSign schema={schema} label={side.label as LabelId} />
      <span className={styles.label}><bdi>{label?.name[language]}</bdi></span>
      <Words lang={one.language} className={styles.words}>{side.words}</Words>
      {side.value !== null && <span className={styles.value}>{isLink ? '← ' : ''}<Words lang={one.language}>{valueName(schema, side, language)}</Words></span>}
    </p>
  );
}

/** A value of an attribute as the Schema calls it; what a link leads to is words of the text. */
function valueName(schema: Schema, { label, value }: CaseSide, language: 'fa' | 'en'): string {
  const attributes = labelDef(schema, label as LabelId)?.attributes ?? [];
  const known = attributes.flatMap(({ choices }) => choices).find(({ id }) => id === value);
  return known ? known.name[language] : (value ?? '');
}
