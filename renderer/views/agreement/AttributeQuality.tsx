import { type QualityWindow } from '../../../shared/agreement/quality.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { type CaseWish } from './case-wish.ts';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, valueText } from './score-words.ts';
import { attributeName } from './ScoreTables.tsx';

interface AttributeQualityProps extends Pick<ReportPartProps, 'schema' | 'onOpen'> {
  readonly whole: QualityWindow;
  /** What is looked at beside the whole, and what it is called; `null`: the whole alone. */
  readonly beside: { readonly window: QualityWindow; readonly title: string } | null;
  /** Things on which the attribute is not what gold says, in these Articles. */
  readonly wish: (what: string, subject: string, window: QualityWindow) => CaseWish;
}

/** κ of each attribute on what both marked, over all and in one window. */
export function AttributeQuality({ schema, whole, beside, wish, onOpen }: AttributeQualityProps) {
  const messages = useMessages();
  const { t } = messages;
  if (whole.attributes.length === 0) return null;
  const nameOf = (subject: string): string => attributeName(messages, schema, subject);
  const cell = (of: QualityWindow, subject: string) => {
    const found = of.attributes.find(({ attribute }) => attribute === subject);
    if (!found) return <td>{t('agreement.undefined')}</td>;
    return (
      <td>
        <CaseButton wish={wish(nameOf(subject), subject, of)} onOpen={onOpen} isThin={of.isThin}>{valueText(messages, found.value)}</CaseButton>
        <p className={styles.hint}>{[...(found.interval ? [intervalText(messages, found.interval)] : []), t('agreement.n.pairs', { n: found.n })].join(t('annotate.separator'))}</p>
      </td>
    );
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.quality.attributes')}</th>
            <th scope="col">{t('agreement.quality.whole')}</th>
            {beside && <th scope="col">{beside.title}</th>}
          </tr>
        </thead>
        <tbody>
          {whole.attributes.map(({ attribute }) => (
            <tr key={attribute} data-thin={beside?.window.isThin}>
              <th scope="row">{nameOf(attribute)}</th>
              {cell(whole, attribute)}
              {beside && cell(beside.window, attribute)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
