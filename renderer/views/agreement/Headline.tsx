import { metricMeaning, metricName } from '../../../shared/agreement/registry.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { countText, intervalText, scoreIn, valueText } from './score-words.ts';
import { ScoreBar } from './ScoreBar.tsx';

/** The two numbers that say most, with how sure they are. */
export function Headline({ report, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t } = messages;
  const wish = { title: t('agreement.cases.different'), query: { about: { kind: 'different' }, people: null } } as const;
  return (
    <div className={styles.cards}>
      {(['strict-f1', 'overlap-f1'] as const).map((metric) => {
        const score = scoreIn(report.scores, metric);
        return score && (
          <div key={metric} className={styles.card}>
            <h3>{t(metricName(metric))}</h3>
            <CaseButton wish={wish} onOpen={onOpen}>
              <span className={`${styles.link} ${styles.large}`}>{valueText(messages, score.value)}</span>
            </CaseButton>
            <ScoreBar value={score.value} interval={score.interval} />
            <p>{`${intervalText(messages, score.interval)} · ${countText(messages, score)}`}</p>
            <p className={styles.hint}>{t(metricMeaning(metric))}</p>
          </div>
        );
      })}
    </div>
  );
}
