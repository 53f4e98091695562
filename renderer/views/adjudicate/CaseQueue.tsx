import { Check, Clock, RotateCw } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { isolate } from '../../../shared/messages/isolate.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Translator } from '../../messages/translate.ts';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { classWords } from './case-words.ts';
import { differenceWords } from './difference.ts';
import { goldAnnotation, lookOf, type ReviewScene, signOf, wordsAt } from './scene.ts';

interface CaseQueueProps {
  readonly scene: ReviewScene;
  /** Those of the filter, in order. */
  readonly cases: readonly Case[];
  readonly focused: string | null;
  /** Decided, or about to be. */
  readonly settled: ReadonlySet<string>;
  /** What was to be gone through is decided. */
  readonly isDone?: boolean;
  readonly onFocus: (key: string) => void;
}

const lineHeight = 34;
const linesBeyond = 12;

const optionId = (index: number): string => `case-${index}`;

/** The cases, one a line; arrows, Home and End go through it. */
export const CaseQueue = memo(({ scene, cases, focused, settled, isDone = false, onFocus }: CaseQueueProps) => {
  const { t } = useMessages();
  const lines = useRef<VirtualizerHandle>(null);
  const here = cases.findIndex(({ key }) => key === focused);
  useEffect(() => {
    if (here >= 0) lines.current?.scrollToIndex(here, { align: 'nearest' });
  }, [here]);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: cases.length - 1 }[event.key];
    const found = index === undefined ? undefined : cases[index];
    if (!found) return;
    event.preventDefault();
    onFocus(found.key);
  };
  return (
    <>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('adjudicate.queue')}
        {...(focused !== null && here >= 0 && { 'aria-activedescendant': optionId(here) })}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        <Virtualizer ref={lines} data={cases} itemSize={lineHeight} bufferSize={linesBeyond * lineHeight} keepMounted={here < 0 ? [] : [here]}>
          {(one, index) => (
            <CaseLine
              key={one.key}
              scene={scene}
              about={one}
              state={stateOf(one, settled)}
              index={index}
              total={cases.length}
              isFocused={one.key === focused}
              onFocus={onFocus}
            />
          )}
        </Virtualizer>
      </div>
      {(isDone || cases.length === 0) && <p className={styles.muted}>{t(isDone ? 'adjudicate.queue.done' : 'adjudicate.queue.none')}</p>}
    </>
  );
});

export type ShownState = Case['state'] | 'reopened';

export const stateOf = ({ key, state, outdated }: Case, settled: ReadonlySet<string>): ShownState =>
  settled.has(key) ? 'decided' : outdated && state === 'open' ? 'reopened' : state;

const stateIcons = { decided: Check, deferred: Clock, reopened: RotateCw } as const;

interface CaseLineProps {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly state: ShownState;
  readonly index: number;
  readonly total: number;
  readonly isFocused: boolean;
  readonly onFocus: (key: string) => void;
}

const CaseLine = memo(
  ({ scene, about, state, index, total, isFocused, onFocus }: CaseLineProps) => {
    const messages = useMessages();
    const Icon = state === 'open' ? null : stateIcons[state];
    const shown = goldAnnotation(scene, about) ?? about.members[0]?.annotation;
    return (
      <div
        id={optionId(index)}
        role="option"
        aria-selected={isFocused}
        aria-setsize={total}
        aria-posinset={index + 1}
        aria-label={caseName(scene, about, state, messages)}
        data-state={state}
        className={styles.line}
        onClick={() => onFocus(about.key)}
      >
        <span className={styles.class} data-class={lookOf(scene, about)} data-sign={signOf(scene, about)} aria-hidden />
        {shown && <LabelSign schema={scene.schema} label={shown.label} />}
        <Words className={styles.words}>{shown ? excerpt(wordsAt(scene.article.text, shown.spans), 60) : ''}</Words>
        <span className={styles.difference} data-words={differenceWords(scene, about, messages)} aria-hidden />
        {Icon && <Icon size={14} strokeWidth={2} aria-hidden className={styles.state} />}
      </div>
    );
  },
  // A key alters one line or two; with the answer of the store the scene is another one, and most lines say what they said.
  (before, now) =>
    before.isFocused === now.isFocused && before.state === now.state && before.index === now.index && before.total === now.total && before.onFocus === now.onFocus &&
    before.scene.schema === now.scene.schema && (before.scene === now.scene ? before.about === now.about : shownOf(before) === shownOf(now)),
);

/** All that a line shows of its case, whatever the language. */
function shownOf({ scene, about }: Pick<CaseLineProps, 'scene' | 'about'>): string {
  const shown = goldAnnotation(scene, about) ?? about.members[0]?.annotation;
  const readings = about.members.map(({ annotation: { label, spans, attributes, entity } }) => [label, spans, attributes, entity]);
  return JSON.stringify([about.key, lookOf(scene, about), signOf(scene, about), shown?.label, shown?.spans, readings, about.missing.length]);
}

/** «مرز، ۰٫۸۶، نقل‌قول، «…»، داوری‌نشده»: a case as it is told to someone who does not see it. */
export function caseName(scene: ReviewScene, about: Case, state: ShownState, messages: Translator): string {
  const { t, language } = messages;
  const shown = goldAnnotation(scene, about) ?? about.members[0]?.annotation;
  return [
    classWords(scene, about, messages),
    differenceWords(scene, about, messages),
    shown ? isolate(labelDef(scene.schema, shown.label)?.name[language] ?? shown.label) : '',
    shown ? `«${isolate(excerpt(wordsAt(scene.article.text, shown.spans), 60))}»` : '',
    t(`adjudicate.state.${state}`),
  ]
    .filter((part) => part !== '')
    .join(t('annotate.separator'));
}
