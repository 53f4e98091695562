import { type JoinedPair } from '../../../shared/dataset/leaks.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './CheckStep.module.css';

interface AlikeListProps {
  readonly pairs: readonly JoinedPair[];
  readonly onOpen: (article: ArticleId) => void;
  /** They are different stories. */
  readonly onTellApart: (articles: readonly ArticleId[]) => void;
}

/** Pairs that are kept together because they say much the same, the most doubtful first: a person looks, and parts what is not one story. */
export function AlikeList({ pairs, onOpen, onTellApart }: AlikeListProps) {
  const { t } = useMessages();
  if (pairs.length === 0) return null;
  return (
    <>
      <h4 className={styles.subtitle}>{t('export.alike')}</h4>
      <p className={styles.muted}>{t('export.alike.hint')}</p>
      <ul className={styles.leaks}>
        {pairs.map(({ articles, titles, jaccard, containment }) => (
          <li key={articles.join(' ')}>
            <span className={styles.alike}>{t('export.leaks.alike', { percent: Math.max(jaccard, containment) })}</span>
            {([0, 1] as const).map((side) => (
              <button key={side} type="button" className={styles.leak} aria-label={t('export.alike.open', { title: titles[side] })} onClick={() => onOpen(articles[side])}>
                <Words>{titles[side]}</Words>
              </button>
            ))}
            <Button kind="quiet" aria-label={t('export.alike.part.both', { one: titles[0], two: titles[1] })} onClick={() => onTellApart(articles)}>
              {t('export.alike.part')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
