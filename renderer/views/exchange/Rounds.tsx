import { makeId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type OpenRound } from './exchange-data.ts';
import styles from './exchange.module.css';
import { Section } from './Section.tsx';

interface RoundsProps {
  readonly store: ProjectStore;
  readonly rounds: readonly OpenRound[];
}

async function closeRound(store: ProjectStore, round: string): Promise<boolean> {
  const closed = { id: makeId('event', crypto.randomUUID()), article: null, by: store.annotator, at: new Date().toISOString(), kind: 'round-closed', round } as const;
  return (await store.addEvents('close-round', [closed])).ok;
}

/** Rounds whose results are held back until somebody closes them here. */
export function Rounds({ store, rounds }: RoundsProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  if (rounds.length === 0) return null;
  const close = (round: string) => void closeRound(store, round).then((isClosed) => isClosed && toast(t('exchange.round.closed', { round })), raise);
  return (
    <Section title={t('exchange.rounds')}>
      <p className={styles.hint}>{t('exchange.rounds.text')}</p>
      <ul className={styles.rounds}>
        {rounds.map(({ round, asked, received }) => (
          <li key={round} className={styles.item}>
            <span className={styles.name}>{t('exchange.round', { round, asked, received })}</span>
            <Button onClick={() => close(round)}>{t('exchange.round.close')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
