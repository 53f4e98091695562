import { attributeParts } from '../../../shared/agreement/attribute-agreement.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metricMeaning, metricName } from '../../../shared/agreement/registry.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import styles from './AgreementView.module.css';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { countText, intervalText, scoreIn, valueText } from './score-words.ts';
import { type Agreement } from './use-agreement.ts';

const relationMetrics = ['relation-strict-f1', 'relation-relaxed-f1', 'relation-given-f1'] as const;
const attributeMetrics = ['attribute-kappa', 'attribute-alpha', 'attribute-raw'] as const;

/** Subjects of these measures that anybody used, in the order in which they come. */
const subjectsOf = (scores: readonly Score[], metric: Score['metric']): readonly string[] =>
  [...new Set(scores.flatMap((score) => (score.metric === metric && score.label !== null ? [score.label] : [])))];

/** Links: the same ends exactly, the same things, and whether those who saw both ends joined the same ones. */
export function RelationTable({ schema, report: { scores }, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const types = subjectsOf(scores, 'relation-relaxed-f1');
  if (types.length === 0) return <p className={styles.hint}>{t('agreement.relations.none')}</p>;
  const nameOf = (type: string | null): string => (type === null ? t('agreement.overall') : (schema.relations.find((one) => one.type === type)?.name[language] ?? type));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.label')}</th>
            {relationMetrics.map((metric) => <th key={metric} scope="col" title={t(metricMeaning(metric))}>{t(metricName(metric))}</th>)}
            <th scope="col">{t('agreement.column.n')}</th>
          </tr>
        </thead>
        <tbody>
          {[null, ...types].map((type) => {
            const relaxed = scoreIn(scores, 'relation-relaxed-f1', type);
            return (
              <tr key={type ?? ''}>
                <th scope="row">{nameOf(type)}</th>
                {relationMetrics.map((metric) => {
                  const score = scoreIn(scores, metric, type);
                  return (
                    <td key={metric}>
                      <CaseButton wish={{ title: `${t('agreement.relations')} – ${nameOf(type)}`, query: { about: { kind: 'relation', type }, people: null } }} onOpen={onOpen}>
                        {valueText(messages, score?.value ?? null)}
                      </CaseButton>
                      {score?.interval && <p className={styles.hint}>{intervalText(messages, score.interval)}</p>}
                    </td>
                  );
                })}
                <td>{relaxed && countText(messages, relaxed)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Attributes of things that both marked. */
export function AttributeTable({ schema, report: { scores }, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const { t } = messages;
  const subjects = subjectsOf(scores, 'attribute-raw');
  if (subjects.length === 0) return <p className={styles.hint}>{t('agreement.attributes.none')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.label')}</th>
            {attributeMetrics.map((metric) => <th key={metric} scope="col" title={t(metricMeaning(metric))}>{t(metricName(metric))}</th>)}
            <th scope="col">{t('agreement.column.n')}</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => {
            const counted = scoreIn(scores, 'attribute-raw', subject);
            return (
              <tr key={subject}>
                <th scope="row"><Attribute schema={schema} subject={subject} /></th>
                {attributeMetrics.map((metric) => {
                  const score = scoreIn(scores, metric, subject);
                  return (
                    <td key={metric}>
                      <CaseButton wish={{ title: attributeName(messages, schema, subject), query: { about: { kind: 'attribute', subject }, people: null } }} onOpen={onOpen}>
                        {valueText(messages, score?.value ?? null)}
                      </CaseButton>
                      {score?.interval && <p className={styles.hint}>{intervalText(messages, score.interval)}</p>}
                    </td>
                  );
                })}
                <td>{counted && countText(messages, counted)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type Messages = ReturnType<typeof useMessages>;

/** What the subject of a Score of attributes is called. */
export function attributeName({ t, language }: Pick<Messages, 't' | 'language'>, schema: Schema, subject: string): string {
  const [label, attribute] = attributeParts(subject);
  const definition = labelDef(schema, label as LabelId);
  return t('agreement.attribute', {
    label: definition?.name[language] ?? label, attribute: definition?.attributes.find(({ id }) => id === attribute)?.name[language] ?? attribute,
  });
}

function Attribute({ schema, subject }: { readonly schema: Schema; readonly subject: string }) {
  const messages = useMessages();
  const [label] = attributeParts(subject);
  return <span className={styles.label}><LabelSign schema={schema} label={label as LabelId} />{attributeName(messages, schema, subject)}</span>;
}

/** What corrects for chance, with everything that somebody needs to compute the same. */
export function ResearchTable({ schema, agreement: { research, work, stopped } }: ReportPartProps & { readonly agreement: Agreement }) {
  const messages = useMessages();
  const { t, language } = messages;
  const { alpha, beta, delta, samples, seed } = defaultParameters;
  const isWhole = work === null && stopped === null;
  const labels = schema.labels.filter(({ id }) => research?.some(({ label }) => label === id));
  const metrics = [...new Set((research ?? []).map(({ metric }) => metric))];
  return (
    <>
      <p className={styles.hint}>{t('agreement.research.hint', { alpha, beta, delta, samples, seed: String(seed) })}</p>
      {stopped !== null && <p className={styles.hint}>{t('agreement.research.stopped')}</p>}
      {!isWhole && research !== null && stopped === null && <p className={styles.hint}>{t('agreement.partial')}</p>}
      {research !== null && research.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('agreement.column.label')}</th>
                {metrics.map((metric) => <th key={metric} scope="col" title={t(metricMeaning(metric))}>{t(metricName(metric))}</th>)}
              </tr>
            </thead>
            <tbody>
              {[null, ...labels].map((label) => (
                <tr key={label?.id ?? ''}>
                  <th scope="row">
                    {label ? <span className={styles.label}><LabelSign schema={schema} label={label.id} />{label.name[language]}</span> : t('agreement.overall')}
                  </th>
                  {metrics.map((metric) => {
                    const score = scoreIn(research, metric, label?.id ?? null);
                    return (
                      <td key={metric}>
                        {score && (
                          <>
                            <strong>{valueText(messages, score.value)}</strong>
                            {score.interval && <p className={styles.hint}>{intervalText(messages, score.interval)}</p>}
                            <p className={styles.hint}>{countText(messages, score)}</p>
                            {score.leftOut > 0 && <p className={styles.hint}>{t('agreement.research.left-out', { n: score.leftOut })}</p>}
                            {score.approached > 0 && <p className={styles.hint}>{t('agreement.research.approached', { n: score.approached })}</p>}
                          </>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
