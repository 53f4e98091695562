import { type Leak } from '../../../shared/dataset/leaks.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './CheckStep.module.css';
import { splitWords } from './SplitTable.tsx';

interface LeakListProps {
  readonly leaks: readonly Leak[];
  readonly onOpen: (article: ArticleId) => void;
  /** They are one story. */
  readonly onLink: (articles: readonly ArticleId[]) => void;
}

/** Pairs of different splits that say much the same, closest first: a person looks whether they are one story, and says so. */
export function LeakList({ leaks, onOpen, onLink }: LeakListProps) {
  const messages = useMessages();
  const { t } = messages;
  if (leaks.length === 0) return <p className={styles.muted}>{t('export.leaks.none')}</p>;
  return (
    <>
      <p className={styles.muted}>{t('export.leaks.hint')}</p>
      <ul className={styles.leaks}>
        {leaks.map(({ articles, titles, splits, jaccard, containment }) => (
          <li key={articles.join(' ')}>
            <span className={styles.alike}>{t('export.leaks.alike', { percent: Math.max(jaccard, containment) })}</span>
            {([0, 1] as const).map((side) => {
              const split = splitWords(splits[side], messages);
              return (
                <button
                  key={side}
                  type="button"
                  className={styles.leak}
                  aria-label={t('export.leaks.open', { title: titles[side], split })}
                  onClick={() => onOpen(articles[side])}
                >
                  <span className={styles.split}>{split}</span>{' '}
                  <Words>{titles[side]}</Words>
                </button>
              );
            })}
            <Button kind="quiet" aria-label={t('export.leaks.link.both', { one: titles[0], two: titles[1] })} onClick={() => onLink(articles)}>
              {t('export.leaks.link')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
