import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { intervalText, valueText } from './score-words.ts';

/** How far each agrees with themselves on what was planted among their work a second time. */
export function SelfTable({ report: { selves }, nameOf, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.self.who')}</th>
            <th scope="col">{t('metric.strict-f1')}</th>
            <th scope="col">{t('metric.overlap-f1')}</th>
            <th scope="col">{t('agreement.column.n')}</th>
          </tr>
        </thead>
        <tbody>
          {selves.map(({ person, again, articles, strict, overlap }) => (
            <tr key={person}>
              <th scope="row"><bdi>{nameOf(person)}</bdi></th>
              {[strict, overlap].map(({ value, interval }, place) => (
                <td key={place}>
                  <CaseButton
                    wish={{ title: t('agreement.cases.of', { about: t('agreement.self'), part: nameOf(person) }), query: { about: { kind: 'different' }, people: [person, again] } }}
                    onOpen={onOpen}
                  >
                    {valueText(messages, value)}
                  </CaseButton>
                  {interval && <p className={styles.hint}>{intervalText(messages, interval)}</p>}
                </td>
              ))}
              <td>{t('agreement.articles', { n: articles.length })}<p className={styles.hint}>{t('agreement.n.annotations', { n: strict.n })}</p></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
