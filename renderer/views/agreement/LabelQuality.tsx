import { type GoldValue } from '../../../shared/agreement/gold-value.ts';
import { type QualityWindow } from '../../../shared/agreement/quality.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import styles from './AgreementView.module.css';
import { type CaseWish } from './case-wish.ts';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, shareText, valueText } from './score-words.ts';

interface LabelQualityProps extends Pick<ReportPartProps, 'schema' | 'onOpen'> {
  readonly window: QualityWindow;
  /** Cases of a cell of the confusion matrix, in these Articles. */
  readonly wish: (what: string, cell: { readonly a: string | null; readonly b: string | null }) => CaseWish;
}

/** What became of each Label in these Articles: found, missed and spurious, and F1 with its interval. */
export function LabelQuality({ schema, window, wish, onOpen }: LabelQualityProps) {
  const messages = useMessages();
  const { t, language, number } = messages;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.label')}</th>
            <th scope="col">{t('metric.strict-f1')}</th>
            <th scope="col">{t('metric.overlap-f1')}</th>
            <th scope="col">{t('agreement.quality.found')}</th>
            <th scope="col">{t('agreement.quality.missed')}</th>
            <th scope="col">{t('agreement.quality.spurious')}</th>
            <th scope="col">{t('agreement.column.n')}</th>
          </tr>
        </thead>
        <tbody>
          {schema.labels.flatMap(({ id, name }) => {
            const counts = window.labels.find(({ label }) => label === id);
            return counts ? [(
              <tr key={id} data-thin={window.isThin}>
                <th scope="row"><span className={styles.label}><LabelSign schema={schema} label={id} /><bdi>{name[language]}</bdi></span></th>
                <ValueCell {...counts.strict} />
                <ValueCell {...counts.overlap} />
                <td>{number(counts.found)}</td>
                <td><CaseButton wish={wish(t('agreement.quality.missed'), { a: id, b: null })} onOpen={onOpen}>{number(counts.missed)}</CaseButton><Share {...counts.missedShare} /></td>
                <td><CaseButton wish={wish(t('agreement.quality.spurious'), { a: null, b: id })} onOpen={onOpen}>{number(counts.spurious)}</CaseButton><Share {...counts.spuriousShare} /></td>
                <td>{number(counts.strict.n)}</td>
              </tr>
            )] : [];
          })}
        </tbody>
      </table>
    </div>
  );
}

function Share(share: GoldValue) {
  const text = shareText(useMessages(), share);
  return text && <p className={`${styles.hint} ${styles.still}`}>{text}</p>;
}

function ValueCell({ value, interval }: GoldValue) {
  const messages = useMessages();
  return (
    <td>
      {valueText(messages, value)}
      {interval && <p className={`${styles.hint} ${styles.still}`}>{intervalText(messages, interval)}</p>}
    </td>
  );
}
