import { type ReactNode, useState } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Work } from '../../../shared/review/work.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ReopenDialog } from './OwnWork.tsx';
import styles from './SealFrame.module.css';

interface SealFrameProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly children: ReactNode;
}

/** Says over an Article that the own work on it was handed in, given back or opened again; nothing otherwise. */
export function SealFrame({ store, article, children }: SealFrameProps) {
  const work = useLive(async () => (await store.works([article])).get(article)?.find(({ annotator }) => annotator === store.annotator) ?? null, [store, article]);
  return (
    <div className={styles.frame}>
      {work && work.seal !== null ? <SealBar store={store} article={article} work={work} /> : <span />}
      <div className={styles.inside}>{children}</div>
    </div>
  );
}

const saidStates = ['submitted', 'accepted', 'returned', 'open'] as const;

function SealBar({ store, article, work }: { readonly store: ProjectStore; readonly article: ArticleId; readonly work: Work }) {
  const { t } = useMessages();
  const [isAsking, setAsking] = useState(false);
  const state = saidStates.find((one) => one === work.state);
  if (!state || (state === 'open' && work.reason === '')) return null;
  const isClosed = state === 'submitted' || state === 'accepted';
  return (
    <div className={styles.bar} role="status">
      <span>{t(`seal.${state}`, { reason: work.reason })}</span>
      {work.isStale && <span className={styles.stale}>{t('work.stale')}</span>}
      {isClosed && <Button onClick={() => setAsking(true)}>{t('exchange.reopen')}</Button>}
      {isAsking && <ReopenDialog store={store} one={{ article, title: '', work }} onClose={() => setAsking(false)} />}
    </div>
  );
}
