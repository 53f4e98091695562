import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { longestName, type NamedSelection, withNamed } from '../../../shared/dataset/named-selection.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ArticleFilter } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useThrowAway } from '../../ui/use-throw-away.ts';
import { Words } from '../../ui/Words.tsx';
import styles from './SidePanel.module.css';
import { filterOf, isAsking, readyFilters, sameFilter, selectionOf } from './shelf.ts';

interface SavedFiltersProps {
  readonly filter: ArticleFilter;
  readonly saved: readonly NamedSelection[];
  readonly onSave: (saved: readonly NamedSelection[]) => void;
  readonly onFilter: (filter: ArticleFilter) => void;
}

/** Filters that are there from the start, and those that somebody has given a name; an export can choose its articles by the latter too. */
export function SavedFilters({ filter, saved, onSave, onFilter }: SavedFiltersProps) {
  const { t } = useMessages();
  const throwAway = useThrowAway(saved, onSave);
  const [draft, setDraft] = useState('');
  const shown = saved.flatMap((one) => {
    const own = filterOf(one.selection);
    return own && isAsking(own) ? [{ ...one, filter: own }] : [];
  });
  const name = draft.trim();
  const isNew = isAsking(filter) && ![...readyFilters, ...shown].some((one) => sameFilter(one.filter, filter));
  const keep = () => {
    if (name === '') return;
    onSave(withNamed(saved, { name, selection: selectionOf(filter) }));
    setDraft('');
  };
  return (
    <section aria-label={t('library.filter.saved')} className={styles.saved}>
      <h2>{t('library.filter.saved')}</h2>
      <ul>
        {readyFilters.map((one) => (
          <li key={one.id} className={styles.line}>
            <button type="button" className={styles.choice} aria-pressed={sameFilter(one.filter, filter)} onClick={() => onFilter(one.filter)}>
              <span className={styles.words}>{t(`library.filter.ready.${one.id}`)}</span>
            </button>
          </li>
        ))}
        {shown.map((one) => (
          <li key={one.name} className={styles.line}>
            <button type="button" className={styles.choice} aria-pressed={sameFilter(one.filter, filter)} onClick={() => onFilter(one.filter)}>
              <Words className={styles.words}>{one.name}</Words>
            </button>
            <IconButton icon={Trash2} label={t('library.filter.remove', { name: one.name })} onClick={() => throwAway({ name: one.name, selection: one.selection })} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && !isNew && <p className={styles.muted}>{t('library.filter.saved.none')}</p>}
      {isNew && (
        <form
          className={styles.keep}
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <TextInput
            aria-label={t('library.filter.name')}
            placeholder={t('library.filter.name')}
            value={draft}
            maxLength={longestName}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button type="submit" disabled={name === ''}>{t('library.filter.keep')}</Button>
        </form>
      )}
    </section>
  );
}
