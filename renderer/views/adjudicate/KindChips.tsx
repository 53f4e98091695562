import { memo } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AdjudicateView.module.css';
import { classWords } from './case-words.ts';
import { type CaseKind, countsOf, lookOf, type ReviewScene, signOf } from './scene.ts';

interface KindChipsProps {
  readonly scene: ReviewScene;
  readonly chosen: CaseKind | null;
  readonly onChoose: (kind: CaseKind | null) => void;
}

/** How many cases of each class the article has, and how many a rule decided; a press shows those alone. */
export const KindChips = memo(({ scene, chosen, onChoose }: KindChipsProps) => {
  const messages = useMessages();
  const { t } = messages;
  const counts = countsOf(scene);
  if (counts.length < 2) return null;
  return (
    <div className={styles.kinds} role="group" aria-label={t('adjudicate.kinds')}>
      {counts.map(({ kind, n, first }) => (
        <button
          key={kind}
          type="button"
          className={styles.value}
          aria-pressed={kind === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(kind === chosen ? null : kind)}
        >
          {kind !== 'by-rule' && <span className={styles.class} data-class={lookOf(scene, first)} data-sign={signOf(scene, first)} aria-hidden />}
          {t('adjudicate.kind', { kind: kind === 'by-rule' ? t('adjudicate.kind.by-rule') : classWords(scene, first, messages), n })}
        </button>
      ))}
    </div>
  );
});
