import { useMemo } from 'react';
import { codePointName, invisibleDefs, type InvisibleKind, invisiblesIn } from '../../../shared/text/invisibles.ts';
import { span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './InvisiblesLegend.module.css';
import panel from './panel.module.css';

interface InvisiblesLegendProps {
  readonly text: string;
}

/** What the marks in the text stand for, and how often each is there. */
export function InvisiblesLegend({ text }: InvisiblesLegendProps) {
  const { t, number } = useMessages();
  const counts = useMemo(() => countsIn(text), [text]);
  return (
    <section className={styles.legend} aria-label={t('invisible.title')}>
      <h2 className={panel.title}>{t('invisible.title')}</h2>
      {counts.length === 0 && <p className={panel.muted}>{t('invisible.none')}</p>}
      <ul>
        {counts.map(([kind, count]) => (
          <li key={kind} className={styles.line}>
            <span className={styles.name}>{t(`invisible.${kind}`)}</span>
            <bdi dir="ltr" className={styles.code}>
              {codePointName(invisibleDefs[kind].codePoint)}
            </bdi>
            <span>{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The most frequent first. */
function countsIn(text: string): readonly (readonly [InvisibleKind, number])[] {
  const counts = new Map<InvisibleKind, number>();
  for (const { kind } of invisiblesIn(text, span(0, text.length))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
