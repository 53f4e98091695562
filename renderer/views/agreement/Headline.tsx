import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metricMeaning, type MetricId, metricName } from '../../../shared/agreement/registry.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { countText, intervalText, scoreIn, valueText } from './score-words.ts';
import { ScoreBar } from './ScoreBar.tsx';

/** What others ask for first, said beside the numbers that say most: they take longer, and come when they are counted. */
const beside = ['token-alpha', 'iou-f1'] as const satisfies readonly MetricId[];

/** The two numbers that say most, with how sure they are. */
export function Headline({ report, onOpen, research }: ReportPartProps & { readonly research: readonly Score[] | null }) {
  const messages = useMessages();
  const { t } = messages;
  const wish = { title: t('agreement.cases.different'), query: { about: { kind: 'different' }, people: null } } as const;
  const further = beside.flatMap((metric) => scoreIn(research ?? [], metric) ?? []);
  return (
    <>
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
      {further.length > 0 && (
        <dl className={styles.beside}>
          {further.map((score) => (
            <div key={score.metric}>
              <dt title={t(metricMeaning(score.metric))}>{score.metric === 'iou-f1' ? t('agreement.iou-at', { threshold: defaultParameters.threshold }) : t(metricName(score.metric))}</dt>
              <dd>
                <CaseButton wish={wish} onOpen={onOpen}>{valueText(messages, score.value)}</CaseButton>
                <span className={styles.hint}>{intervalText(messages, score.interval)}</span>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('agreement.column.n')}</dt>
            <dd>{t('agreement.articles', { n: report.articles })}</dd>
          </div>
        </dl>
      )}
    </>
  );
}
