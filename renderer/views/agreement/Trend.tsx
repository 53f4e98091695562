import { useId } from 'react';
import { thinWeek, type WeekScores } from '../../../shared/agreement/trend.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { writtenDate } from '../../ui/written-date.ts';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { Columns } from './Columns.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, scoreIn, valueText } from './score-words.ts';

/** More columns than these would be too thin to be told apart. */
const mostWeeks = 26;

/** Strict F1 week by week, drawn and as a table. */
export function Trend({ report: { trend: { weeks, undated } }, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const heading = useId();
  const shown = weeks.slice(-mostWeeks);
  const [first, last] = [shown[0], shown.at(-1)];
  const title = ({ from }: WeekScores): string => t('agreement.trend.week', { from: writtenDate(from, language) });
  const strict = (week: WeekScores) => scoreIn(week.scores, 'strict-f1');
  const wish = (week: WeekScores) => ({
    title: t('agreement.cases.of', { about: t('agreement.cases.different'), part: title(week) }), query: { about: { kind: 'different' }, people: null, week: week.from },
  } as const);
  return (
    <>
      {first && last ? (
        <>
          <Columns
            sentence={t('agreement.trend.sentence', {
              n: shown.length, from: writtenDate(first.from, language), to: writtenDate(last.from, language),
              first: valueText(messages, strict(first)?.value ?? null), last: valueText(messages, strict(last)?.value ?? null),
            })}
            columns={shown.map((week) => ({
              key: week.from, value: strict(week)?.value ?? null, interval: strict(week)?.interval ?? null, isThin: week.isThin,
              title: t('agreement.column-of', { when: title(week), value: valueText(messages, strict(week)?.value ?? null), n: week.articles }),
            }))}
            onOpen={(index) => shown[index] && onOpen(wish(shown[index]))}
          />
          {shown.some(({ isThin }) => isThin) && <p className={styles.hint}>{t('agreement.trend.thin', { n: thinWeek })}</p>}
          <details>
            <summary id={heading}>{t('agreement.trend.table')}</summary>
            <table className={styles.table} aria-labelledby={heading}>
              <tbody>
                {shown.map((week) => (
                  <tr key={week.from}>
                    <th scope="row">{title(week)}</th>
                    <td><CaseButton wish={wish(week)} onOpen={onOpen} isThin={week.isThin}>{valueText(messages, strict(week)?.value ?? null)}</CaseButton></td>
                    <td className={styles.hint}>{intervalText(messages, strict(week)?.interval ?? null)}</td>
                    <td>{t('agreement.articles', { n: week.articles })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      ) : <p className={styles.hint}>{t('agreement.trend.none')}</p>}
      {undated > 0 && first && <p className={styles.hint}>{t('agreement.trend.undated', { n: undated })}</p>}
    </>
  );
}
