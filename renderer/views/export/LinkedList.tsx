import { useEffect, useRef } from 'react';
import { type LinkedArticles } from '../../../shared/dataset/linked-articles.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './CheckStep.module.css';

interface LinkedListProps {
  readonly linked: readonly LinkedArticles[];
  /** Somebody has just altered it: it has the focus, since the button that did so is gone. */
  readonly isFresh: boolean;
  readonly onPart: (articles: readonly ArticleId[]) => void;
}

/** What was said to be one story, each with the way back. */
export function LinkedList({ linked, isFresh, onPart }: LinkedListProps) {
  const { t, list } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFresh) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, [isFresh]);
  if (linked.length === 0 && !isFresh) return null;
  return (
    <>
      <h4 ref={heading} tabIndex={-1} className={styles.subtitle}>{t('export.linked')}</h4>
      <p className={styles.muted}>{linked.length === 0 ? t('export.linked.none') : t('export.linked.hint')}</p>
      <ul className={styles.leaks}>
        {linked.map((articles) => {
          const ids = articles.map(({ id }) => id);
          const titles = list(articles.map(({ title }) => title));
          return (
            <li key={ids.join(' ')} className={styles.linked}>
              <Words>{titles}</Words>
              <Button kind="quiet" aria-label={t('export.linked.part.all', { titles })} onClick={() => onPart(ids)}>
                {t('export.linked.part')}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
