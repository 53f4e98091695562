import { useState } from 'react';
import { type Further, type NumberRange } from '../../../shared/dataset/further.ts';
import { type DateRange } from '../../../shared/dataset/selection.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ArticleFilter, newestFirst, type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NameOption } from '../../ui/NameOption.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './FilterDialog.module.css';
import { RangeFields } from './RangeFields.tsx';
import { lean } from './shelf.ts';

interface FilterDialogProps {
  readonly store: ProjectStore;
  readonly filter: ArticleFilter;
  readonly schema: Schema;
  readonly people: readonly Annotator[];
  readonly onFilter: (filter: ArticleFilter) => void;
  readonly onClose: () => void;
}

/** All of them, or none, is no condition. */
const unlessAll = <Value,>(chosen: readonly Value[], all: readonly Value[]): readonly Value[] | null =>
  chosen.length === 0 || chosen.length === all.length ? null : chosen;
/** None is no condition. */
const unlessNone = <Value,>(chosen: readonly Value[]): readonly Value[] | undefined => (chosen.length === 0 ? undefined : chosen);
const openRange: NumberRange = { least: null, most: null };
const isOpen = ({ least, most }: NumberRange): boolean => least === null && most === null;

const withBound = (range: DateRange | null | undefined, part: Partial<DateRange>): DateRange | null => {
  const changed = { from: null, to: null, ...range, ...part };
  return changed.from === null && changed.to === null ? null : changed;
};

const wholeOfLabels = '';

/** What is asked of the articles in the list; how many meet it is said while it is chosen, and the list follows when it closes. */
export function FilterDialog({ store, filter, schema, people, onFilter, onClose }: FilterDialogProps) {
  const { t, language } = useMessages();
  const [draft, setDraft] = useState(filter);
  const [counted, setCounted] = useState<LabelId | null>(filter.further?.count?.label ?? null);
  // What is cleared must be cleared in the fields, too.
  const [turn, setTurn] = useState(0);
  const known = useLive(() => store.known(), [store]);
  const found = useLive(async () => (await store.matching(draft, newestFirst)).length, [store, draft]);
  if (!known) return null;
  const { further = {} } = draft;
  const ask = (part: Partial<ArticleFilter>) => setDraft(lean({ ...draft, ...part }));
  const askFurther = (part: { readonly [Name in keyof Further]?: Further[Name] | undefined }) => ask({ further: { ...further, ...part } as Further });
  const askCount = (label: LabelId | null, range: NumberRange) => askFurther({ count: isOpen(range) ? undefined : { label, ...range } });
  const publishers = [...new Set([...known.publishers, ...(draft.publishers ?? [])])];
  const tags = [...new Set([...known.tags, ...(further.tags ?? [])])];
  const apply = () => {
    onFilter(draft);
    onClose();
  };
  const footer = (
    <>
      <Button
        kind="quiet"
        onClick={() => {
          setDraft({});
          setCounted(null);
          setTurn(turn + 1);
        }}
      >
        {t('library.filter.clear')}
      </Button>
      <Button kind="primary" onClick={apply}>
        {t('library.filter.done', { n: found ?? 0 })}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('library.filter.title')} size="wide" footer={footer}>
      <div key={turn} className={styles.stack}>
        <Section title={t('library.filter.states')}>
          <CheckList
            items={setStatuses.map((value) => ({ value, title: t(`status.${value}`) }))}
            chosen={draft.states ?? []}
            onChoose={(chosen) => ask({ states: unlessAll(chosen, setStatuses) })}
          />
        </Section>
        <Section title={t('library.filter.published')}>
          <div className={styles.pair}>
            <DateField
              label={t('export.from')}
              value={draft.published?.from ?? null}
              onChange={(from) => ask({ published: withBound(draft.published, { from }) })}
            />
            <DateField
              label={t('export.until')}
              value={draft.published?.to ?? null}
              onChange={(to) => ask({ published: withBound(draft.published, { to }) })}
            />
          </div>
        </Section>
        <Section title={t('library.filter.sources')} {...(publishers.length === 0 && { hint: t('library.filter.sources.none') })}>
          <CheckList
            items={publishers.map((value) => ({ value, title: <Words>{value}</Words> }))}
            chosen={draft.publishers ?? []}
            onChoose={(chosen) => ask({ publishers: unlessNone(chosen) ?? null })}
          />
        </Section>
        <Section title={t('library.filter.tags')} {...(tags.length === 0 && { hint: t('library.filter.tags.none') })}>
          <CheckList
            items={tags.map((value) => ({ value, title: <Words>{value}</Words> }))}
            chosen={further.tags ?? []}
            onChoose={(chosen) => askFurther({ tags: unlessNone(chosen) })}
          />
        </Section>
        {people.length > 1 && (
          <Section title={t('library.filter.people')}>
            <CheckList
              items={people.map(({ id, name }) => ({ value: id, title: <Words>{name}</Words> }))}
              chosen={further.annotators ?? []}
              onChoose={(chosen) => askFurther({ annotators: unlessNone(chosen) })}
            />
          </Section>
        )}
        <Section title={t('library.filter.flagged')}>
          <ChoiceGroup<'any' | 'some' | 'none'>
            label={t('library.filter.flagged')}
            isLabelHidden
            value={further.flagged === undefined ? 'any' : further.flagged ? 'some' : 'none'}
            choices={(['any', 'some', 'none'] as const).map((value) => ({ value, label: t(`library.filter.flagged.${value}`) }))}
            onChoose={(value) => askFurther({ flagged: value === 'any' ? undefined : value === 'some' })}
          />
        </Section>
        <Section title={t('library.filter.discussed')}>
          <ChoiceGroup<'any' | 'some' | 'none'>
            label={t('library.filter.discussed')}
            isLabelHidden
            value={further.discussed === undefined ? 'any' : further.discussed ? 'some' : 'none'}
            choices={(['any', 'some', 'none'] as const).map((value) => ({ value, label: t(`library.filter.discussed.${value}`) }))}
            onChoose={(value) => askFurther({ discussed: value === 'any' ? undefined : value === 'some' })}
          />
        </Section>
        <Section title={t('library.filter.count')}>
          <label className={styles.select}>
            <span>{t('library.filter.count.of')}</span>
            <select
              value={counted ?? wholeOfLabels}
              onChange={(event) => {
                const label = event.target.value === wholeOfLabels ? null : (event.target.value as LabelId);
                setCounted(label);
                askCount(label, further.count ?? openRange);
              }}
            >
              <option value={wholeOfLabels}>{t('library.filter.count.all')}</option>
              {schema.labels.map(({ id, name }) => (
                <NameOption key={id} value={id} name={name[language]} />
              ))}
            </select>
          </label>
          <RangeFields value={further.count ?? openRange} onChange={({ least, most }) => askCount(counted, { least, most })} />
        </Section>
        <Section title={t('library.filter.agreement')} hint={t('library.filter.agreement.hint')}>
          <RangeFields
            value={further.agreement ?? openRange}
            unit={0.01}
            onChange={({ least, most }) => askFurther({ agreement: isOpen({ least, most }) ? undefined : { least, most } })}
          />
        </Section>
      </div>
    </Dialog>
  );
}
