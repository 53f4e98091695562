import { useMemo } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Scene } from './scene.ts';
import { everything, filterName, passing, type SpanFilter } from './span-filter.ts';
import styles from './SpanList.module.css';

interface SpanFilterFieldProps {
  readonly scene: Scene;
  readonly filter: SpanFilter;
  readonly onFilter: (filter: SpanFilter) => void;
}

interface Choice {
  readonly filter: SpanFilter;
  readonly name: string;
  readonly count: number;
}

/** All labels, those to discuss, those with a note, or those of one kind; each choice says how many there are. */
export function SpanFilterField({ scene, filter, onFilter }: SpanFilterFieldProps) {
  const { t, number, language } = useMessages();
  const choices = useMemo(() => {
    const choice = (one: SpanFilter, name: string): Choice => ({ filter: one, name, count: passing(scene.annotations, one).length });
    const labels = scene.schema.labels.map(({ id, name }) => choice({ kind: 'label', label: id }, name[language]));
    return [
      choice(everything, t('spans.all')),
      choice({ kind: 'flagged' }, t('spans.flagged')),
      choice({ kind: 'noted' }, t('spans.noted')),
      ...labels.filter(({ count }) => count > 0),
    ];
  }, [scene.annotations, scene.schema, language, t]);
  return (
    <select
      className={styles.filter}
      aria-label={t('spans.filter')}
      value={filterName(filter)}
      onChange={({ target }) => onFilter(choices.find((one) => filterName(one.filter) === target.value)?.filter ?? everything)}
    >
      {choices.map((one) => (
        <option key={filterName(one.filter)} value={filterName(one.filter)}>
          {`${one.name} ${number(one.count)}`}
        </option>
      ))}
    </select>
  );
}
