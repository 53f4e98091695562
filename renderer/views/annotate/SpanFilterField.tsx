import { memo, useMemo } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { NameOption } from '../../ui/NameOption.tsx';
import { everything, filterName, passingCounts, type SpanFilter } from './span-filter.ts';
import styles from './SpanList.module.css';

interface SpanFilterFieldProps {
  readonly schema: Schema;
  readonly annotations: readonly Annotation[];
  readonly filter: SpanFilter;
  readonly onFilter: (filter: SpanFilter) => void;
}

interface Choice {
  readonly filter: SpanFilter;
  readonly name: string;
  readonly count: number;
}

/** All labels, those to discuss, those with a note, or those of one kind; each choice says how many there are. */
export const SpanFilterField = memo(({ schema, annotations, filter, onFilter }: SpanFilterFieldProps) => {
  const { t, number, language } = useMessages();
  const choices = useMemo(() => {
    const counts = passingCounts(annotations);
    const choice = (one: SpanFilter, name: string): Choice => ({ filter: one, name, count: counts.get(filterName(one)) ?? 0 });
    const labels = schema.labels.map(({ id, name }) => choice({ kind: 'label', label: id }, name[language]));
    return [
      choice(everything, t('spans.all')),
      choice({ kind: 'flagged' }, t('spans.flagged')),
      choice({ kind: 'noted' }, t('spans.noted')),
      // What is filtered by stays, though nothing is left of it: the field would name another filter than the one that holds.
      ...labels.filter((one) => one.count > 0 || filterName(one.filter) === filterName(filter)),
    ];
  }, [annotations, schema, language, t, filter]);
  return (
    <select
      className={styles.filter}
      aria-label={t('spans.filter')}
      value={filterName(filter)}
      onChange={({ target }) => onFilter(choices.find((one) => filterName(one.filter) === target.value)?.filter ?? everything)}
    >
      {choices.map((one) => (
        <NameOption key={filterName(one.filter)} value={filterName(one.filter)} name={one.name} more={number(one.count)} />
      ))}
    </select>
  );
});
