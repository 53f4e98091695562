import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, scoreIn, valueText } from './score-words.ts';

/** Every two people. Each pair stands once: the matrix would be the same when it is turned over. */
export function PairMatrix({ report: { compared, pairs }, nameOf, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t } = messages;
  const [rows, columns] = [compared.slice(0, -1), compared.slice(1)];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((key) => <th key={key} scope="col"><Words>{nameOf(key)}</Words></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((one, row) => (
            <tr key={one}>
              <th scope="row"><Words>{nameOf(one)}</Words></th>
              {columns.map((other, column) => {
                if (column < row) return <td key={other} />;
                const pair = pairs.find(({ people }) => people.includes(one) && people.includes(other));
                const [strict, overlap] = [pair && scoreIn(pair.scores, 'strict-f1'), pair && scoreIn(pair.scores, 'overlap-f1')];
                if (!strict || !overlap) return <td key={other} className={styles.hint}>{t('agreement.pairs.none')}</td>;
                const title = t('agreement.cases.between', { about: t('agreement.cases.different'), a: nameOf(one), b: nameOf(other) });
                return (
                  <td key={other}>
                    <CaseButton wish={{ title, query: { about: { kind: 'different' }, people: [one, other] } }} onOpen={onOpen}>
                      <strong className={styles.link}>{valueText(messages, strict.value)}</strong>
                      <span className={styles.hint}>{intervalText(messages, strict.interval)}</span>
                      <span className={styles.link}>{valueText(messages, overlap.value)}</span>
                      <span className={styles.hint}>{intervalText(messages, overlap.interval)}</span>
                    </CaseButton>
                    <p className={styles.hint}>{t('agreement.articles', { n: strict.articles })}</p>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
