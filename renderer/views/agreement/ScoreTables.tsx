import { type ReactNode } from 'react';
import { attributeParts } from '../../../shared/agreement/attribute-agreement.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metricMeaning, metricName } from '../../../shared/agreement/registry.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import styles from './AgreementView.module.css';
import { type CaseWish } from './case-wish.ts';
import { CaseButton } from './CaseButton.tsx';
import { type ReportPartProps } from './Report.tsx';
import { countText, intervalText, scoreIn, valueText } from './score-words.ts';
import { type Agreement } from './use-agreement.ts';

const relationMetrics = ['relation-strict-f1', 'relation-relaxed-f1', 'relation-given-f1'] as const;
const attributeMetrics = ['attribute-kappa', 'attribute-alpha', 'attribute-raw'] as const;

/** Subjects of these measures that anybody used, in the order in which they come. */
const subjectsOf = (scores: readonly Score[], metric: Score['metric']): readonly string[] =>
  [...new Set(scores.flatMap((score) => (score.metric === metric && score.label !== null ? [score.label] : [])))];

interface ScoreTableProps extends Pick<ReportPartProps, 'onOpen'> {
  readonly scores: readonly Score[];
  readonly metrics: readonly Score['metric'][];
  /** The measure whose count stands at the end of a row. */
  readonly counted: Score['metric'];
  readonly rows: readonly { readonly subject: string | null; readonly head: ReactNode; readonly wish: CaseWish }[];
}

/** The head of each measure's column, with what it means. */
function MetricHeads({ metrics }: Pick<ScoreTableProps, 'metrics'>) {
  const { t } = useMessages();
  return metrics.map((metric) => <th key={metric} scope="col" title={t(metricMeaning(metric))}>{t(metricName(metric))}</th>);
}

/** A row for each subject, a column for each measure, and what was counted; every number opens the cases of its row. */
function ScoreTable({ scores, metrics, counted, rows, onOpen }: ScoreTableProps) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.label')}</th>
            <MetricHeads metrics={metrics} />
            <th scope="col">{t('agreement.column.n')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ subject, head, wish }) => {
            const count = scoreIn(scores, counted, subject);
            return (
              <tr key={subject ?? ''}>
                <th scope="row">{head}</th>
                {metrics.map((metric) => {
                  const score = scoreIn(scores, metric, subject);
                  return (
                    <td key={metric}>
                      <CaseButton wish={wish} onOpen={onOpen}>{valueText(messages, score?.value ?? null)}</CaseButton>
                      {score?.interval && <p className={styles.hint}>{intervalText(messages, score.interval)}</p>}
                    </td>
                  );
                })}
                <td>{count && countText(messages, count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Links: the same ends exactly, the same things, and whether those who saw both ends joined the same ones. */
export function RelationTable({ schema, report: { scores }, onOpen }: ReportPartProps) {
  const { t, language } = useMessages();
  const types = subjectsOf(scores, 'relation-relaxed-f1');
  if (types.length === 0) return <p className={styles.hint}>{t('agreement.relations.none')}</p>;
  const nameOf = (type: string | null): string => (type === null ? t('agreement.overall') : (schema.relations.find((one) => one.type === type)?.name[language] ?? type));
  const rows = [null, ...types].map((type) => ({
    subject: type, head: <bdi>{nameOf(type)}</bdi>,
    wish: { title: t('agreement.cases.of', { about: t('agreement.relations'), part: nameOf(type) }), query: { about: { kind: 'relation', type }, people: null } } as const,
  }));
  return <ScoreTable scores={scores} metrics={relationMetrics} counted="relation-relaxed-f1" rows={rows} onOpen={onOpen} />;
}

/** Attributes of things that both marked. */
export function AttributeTable({ schema, report: { scores }, onOpen }: ReportPartProps) {
  const messages = useMessages();
  const subjects = subjectsOf(scores, 'attribute-raw');
  if (subjects.length === 0) return <p className={styles.hint}>{messages.t('agreement.attributes.none')}</p>;
  const rows = subjects.map((subject) => ({
    subject, head: <Attribute schema={schema} subject={subject} />,
    wish: { title: attributeName(messages, schema, subject), query: { about: { kind: 'attribute', subject }, people: null } } as const,
  }));
  return <ScoreTable scores={scores} metrics={attributeMetrics} counted="attribute-raw" rows={rows} onOpen={onOpen} />;
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

/** Side by side as far as they have room: what is told of all marks, then of what both marked, and of borders. */
const researchTables = [['gamma', 'u-alpha', 'u-alpha-marked', 'token-alpha'], ['cu-alpha', 'ku-alpha'], ['exact-f1', 'partial-f1', 'iou-f1', 'boundary-similarity']] as const satisfies readonly (readonly Score['metric'][])[];

/** What only papers need, with everything that somebody needs to compute the same. */
export function ResearchTable({ schema, agreement: { research, work, stopped }, onOpen }: ReportPartProps & { readonly agreement: Agreement }) {
  const { t } = useMessages();
  const { alpha, beta, delta, samples, seed } = defaultParameters;
  return (
    <>
      <p className={styles.hint}>{t('agreement.research.hint', { alpha, beta, delta, samples, seed: String(seed) })}</p>
      {stopped !== null && <p className={styles.hint}>{t('agreement.research.stopped')}</p>}
      {work !== null && research !== null && stopped === null && <p className={styles.hint}>{t('agreement.partial')}</p>}
      {research !== null && research.length > 0 && researchTables.map((metrics) => <ResearchScores key={metrics.join()} schema={schema} research={research} metrics={metrics} onOpen={onOpen} />)}
    </>
  );
}

interface ResearchScoresProps extends Pick<ReportPartProps, 'schema' | 'onOpen'> {
  readonly research: readonly Score[];
  readonly metrics: readonly Score['metric'][];
}

function ResearchScores({ schema, research, metrics, onOpen }: ResearchScoresProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const labels = schema.labels.filter(({ id }) => research.some(({ label, metric }) => label === id && metrics.includes(metric)));
  const wishFor = (label: (typeof labels)[number] | null): CaseWish => (label === null
    ? { title: t('agreement.cases.different'), query: { about: { kind: 'different' }, people: null } }
    : { title: t('agreement.cases.label', { label: label.name[language] }), query: { about: { kind: 'label', label: label.id }, people: null } });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.column.label')}</th>
            <MetricHeads metrics={metrics} />
          </tr>
        </thead>
        <tbody>
          {[null, ...labels].map((label) => (
            <tr key={label?.id ?? ''}>
              <th scope="row">
                {label ? <span className={styles.label}><LabelSign schema={schema} label={label.id} /><bdi>{label.name[language]}</bdi></span> : t('agreement.overall')}
              </th>
              {metrics.map((metric) => <ResearchCell key={metric} score={scoreIn(research, metric, label?.id ?? null)} wish={wishFor(label)} onOpen={onOpen} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ResearchCellProps extends Pick<ReportPartProps, 'onOpen'> {
  readonly score: Score | undefined;
  readonly wish: CaseWish;
}

function ResearchCell({ score, wish, onOpen }: ResearchCellProps) {
  const messages = useMessages();
  const { t, number } = messages;
  if (!score) return <td />;
  return (
    <td>
      <CaseButton wish={wish} onOpen={onOpen}><strong className={styles.link}>{valueText(messages, score.value)}</strong></CaseButton>
      {score.interval && <p className={styles.hint}>{intervalText(messages, score.interval)}</p>}
      <p className={styles.hint}>{countText(messages, score)}</p>
      {score.coverage !== null && <p className={styles.hint}>{t('agreement.research.coverage', { percent: number(100 * score.coverage, 1) })}</p>}
      {score.precision !== null && <p className={styles.hint}>{t('agreement.research.precision', { percent: number(100 * score.precision, 1) })}</p>}
      {score.leftOut > 0 && <p className={styles.hint}>{t('agreement.research.left-out', { n: score.leftOut })}</p>}
      {score.approached > 0 && <p className={styles.hint}>{t('agreement.research.approached', { n: score.approached })}</p>}
    </td>
  );
}
