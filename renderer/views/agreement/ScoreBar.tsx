import { type Score } from '../../../shared/agreement/score.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './ScoreBar.module.css';

/** A value from 0 to 1 as a bar, its interval as a line over it. The number stands beside it: to hear, this says nothing more. */
export function ScoreBar({ value, interval }: Pick<Score, 'value' | 'interval'>) {
  const { direction } = useMessages();
  const within = (one: number): number => 100 * Math.max(0, Math.min(1, one));
  return (
    <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <g {...(direction === 'rtl' && { transform: 'matrix(-1 0 0 1 100 0)' })}>
        <rect x={0} y={2} width={100} height={8} className={styles.ground} />
        {value !== null && <rect x={0} y={2} width={within(value)} height={8} className={styles.value} />}
        {interval && <rect x={within(interval[0])} y={5} width={Math.max(0.8, within(interval[1]) - within(interval[0]))} height={2} className={styles.interval} />}
      </g>
    </svg>
  );
}
