import { type ReactNode, useId } from 'react';
import { isLed } from '../../../shared/agreement/independence.ts';
import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { fewArticles } from '../../../shared/agreement/score.ts';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { type OpenCases } from './case-wish.ts';
import { Confusion } from './Confusion.tsx';
import { Headline } from './Headline.tsx';
import { LabelTable } from './LabelTable.tsx';
import { PairMatrix } from './PairMatrix.tsx';
import { Quality } from './Quality.tsx';
import { AttributeTable, RelationTable, ResearchTable } from './ScoreTables.tsx';
import { SelfTable } from './SelfTable.tsx';
import { Trend } from './Trend.tsx';
import { type Agreement } from './use-agreement.ts';

export interface ReportPartProps {
  readonly schema: Schema;
  readonly report: AgreementReport;
  readonly nameOf: (key: string) => string;
  readonly onOpen: OpenCases;
}

interface ReportProps extends ReportPartProps {
  readonly agreement: Agreement;
  readonly me: AnnotatorId;
  readonly time: ReadonlyMap<ArticleId, number> | null;
  readonly onSave: (name: string, csv: string) => void;
}

/** All numbers, from those that are read first to those that only papers need; where nobody is compared with anybody, those of each one's own work alone. */
export function Report({ agreement, me, time, onSave, ...part }: ReportProps) {
  const { t } = useMessages();
  const { report } = part;
  const { independence } = report;
  const own = (
    <>
      <Part title={t('agreement.quality')} isWide><Quality {...part} me={me} time={time} onSave={onSave} /></Part>
      {report.selves.length > 0 && <Part title={t('agreement.self')} hint={t('agreement.self.hint')} isWide><SelfTable {...part} /></Part>}
    </>
  );
  if (report.articles === 0) return own;
  return (
    <>
      <Part title={t('agreement.headline')} hint={t('agreement.shared', { articles: report.articles, people: report.compared.length })} isWide>
        {report.articles < fewArticles && <p className={styles.warning}>{t('agreement.few', { n: report.articles })}</p>}
        {independence.reworked > 0 && (
          <p className={styles.hint}>{t(independence.isReworkCounted ? 'agreement.reworked.counted' : 'agreement.reworked.left-out', { n: independence.reworked })}</p>
        )}
        {isLed(independence) && (
          <p className={styles.warning}>{t('agreement.proposed', { percent: Math.round((100 * independence.proposed) / independence.annotations) })}</p>
        )}
        <Headline {...part} research={isResearched(agreement) ? agreement.research : null} />
      </Part>
      <Part title={t('agreement.labels')}><LabelTable {...part} /></Part>
      <Part title={t('agreement.confusion')} hint={t('agreement.confusion.hint')}><Confusion {...part} /></Part>
      <Part title={t('agreement.pairs')} hint={t('agreement.pairs.hint')}><PairMatrix {...part} /></Part>
      <Part title={t('agreement.trend')}><Trend {...part} /></Part>
      <Part title={t('agreement.relations')}><RelationTable {...part} /></Part>
      <Part title={t('agreement.attributes')}><AttributeTable {...part} /></Part>
      {own}
      <Part title={t('agreement.research')} isWide><ResearchTable {...part} agreement={agreement} /></Part>
    </>
  );
}

/** Numbers that are still being counted say nothing beside those that hold. */
const isResearched = ({ work, stopped }: Agreement): boolean => work === null && stopped === null;

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Part({ title, hint, isWide = false, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part} data-wide={isWide}>
      <h2 id={id} className={styles.heading}>{title}</h2>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
