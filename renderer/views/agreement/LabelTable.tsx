import { type Score } from '../../../shared/agreement/score.ts';
import { type LabelDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, scoreIn, valueText } from './score-words.ts';
import { ScoreBar } from './ScoreBar.tsx';

/** Labels one by one. What lies below everything together, interval and all, is a matter for the guideline. */
export function LabelTable({ schema, report: { scores }, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t, language, number } = messages;
  const whole = scoreIn(scores, 'strict-f1')?.value ?? null;
  const rows = schema.labels.flatMap((label) => {
    const [strict, overlap] = [scoreIn(scores, 'strict-f1', label.id), scoreIn(scores, 'overlap-f1', label.id)];
    return strict && overlap ? [{ label, strict, overlap }] : [];
  });
  const low = lowest(rows, whole);
  const wishFor = (label: LabelDef) => ({ title: t('agreement.cases.label', { label: label.name[language] }), query: { about: { kind: 'label', label: label.id }, people: null } } as const);
  return (
    <>
      {low && (
        <p className={styles.warning}>
          {t('agreement.labels.low', { label: low.label.name[language], value: valueText(messages, low.strict.value) })}
          <CaseButton wish={wishFor(low.label)} onOpen={onOpen}>{t('agreement.open-cases')}</CaseButton>
        </p>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('agreement.column.label')}</th>
              <th scope="col" colSpan={2}>{t('metric.strict-f1')}</th>
              <th scope="col">{t('metric.overlap-f1')}</th>
              <th scope="col">{t('agreement.column.n')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, strict, overlap }) => {
              const wish = wishFor(label);
              return (
                <tr key={label.id}>
                  <th scope="row"><span className={styles.label}><LabelSign schema={schema} label={label.id} /><bdi>{label.name[language]}</bdi></span></th>
                  <td className={styles.barCell}><ScoreBar value={strict.value} interval={strict.interval} /></td>
                  <td>
                    <CaseButton wish={wish} onOpen={onOpen}>{valueText(messages, strict.value)}</CaseButton>
                    <p className={`${styles.hint} ${styles.still}`}>{intervalText(messages, strict.interval)}</p>
                  </td>
                  <td>
                    <CaseButton wish={wish} onOpen={onOpen}>{valueText(messages, overlap.value)}</CaseButton>
                    <p className={`${styles.hint} ${styles.still}`}>{intervalText(messages, overlap.interval)}</p>
                  </td>
                  <td>{number(strict.n)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface Row {
  readonly label: LabelDef;
  readonly strict: Score;
}

function lowest(rows: readonly Row[], whole: number | null): Row | null {
  const low = rows.filter(({ strict: { interval } }) => whole !== null && interval !== null && interval[1] < whole);
  return low.sort((a, b) => (a.strict.value ?? 1) - (b.strict.value ?? 1))[0] ?? null;
}
