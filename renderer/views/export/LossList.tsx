import { CircleCheck, TriangleAlert } from 'lucide-react';
import { isLossless, type Loss, type LossReport } from '../../../shared/codecs/loss-report.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { type ExampleFound, findExample } from './find-example.ts';
import styles from './LossList.module.css';

interface LossListProps {
  readonly report: LossReport;
  /** What the project calls an Article that the report names otherwise; `null` where it bears its own name. */
  readonly articleNames: ExportPlan['articleNames'];
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly onSee: (example: ExampleFound) => void;
}

/** A LossReport in words: what is gone, then what is only in another form, each with its first cases. */
export function LossList({ report, ...rest }: LossListProps) {
  const { t } = useMessages();
  const of = (severity: Loss['severity']): readonly Loss[] => report.losses.filter((loss) => loss.severity === severity);
  const [lossy, changed] = [of('lossy'), of('changed')];
  return (
    <>
      {isLossless(report) && (
        <p className={styles.lossless}>
          <CircleCheck size={16} aria-hidden />
          {t('export.lossless')}
        </p>
      )}
      {lossy.length > 0 && (
        <section className={styles.lossy}>
          <h3>
            <TriangleAlert size={16} aria-hidden />
            {t('export.losses')}
          </h3>
          <Losses losses={lossy} {...rest} />
        </section>
      )}
      {changed.length > 0 && (
        <details className={styles.changed}>
          <summary>{t('export.changes')}</summary>
          <Losses losses={changed} {...rest} />
        </details>
      )}
    </>
  );
}

function Losses({ losses, ...rest }: Omit<LossListProps, 'report'> & { readonly losses: readonly Loss[] }) {
  const { t } = useMessages();
  return (
    <ul className={styles.list}>
      {losses.map(({ code, reason = 'none', count, examples }) => (
        <li key={`${code} ${reason}`}>
          {t('export.loss.row', { words: t(`loss.${code}`, { reason }), n: count })}
          <Examples examples={examples} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Examples({ examples, articleNames, store, schema, onSee }: Omit<LossListProps, 'report'> & { readonly examples: Loss['examples'] }) {
  const { t } = useMessages();
  const found = useLive(() => Promise.all(examples.map((example) => findExample(store, ownName(example, articleNames)))), [store, examples, articleNames]);
  const there = found?.filter((example) => example !== null) ?? [];
  if (there.length === 0) return null;
  return (
    <ul className={styles.examples}>
      {there.map((example, index) => (
        <li key={index}>
          <button type="button" className={styles.example} title={t('export.loss.example', { title: example.title })} onClick={() => onSee(example)}>
            {example.at && <LabelSign schema={schema} label={example.at.label} />}
            <Words>{example.at?.words ?? example.title}</Words>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The example under the name that the project knows its Article by. */
function ownName(example: readonly string[], articleNames: ExportPlan['articleNames']): readonly string[] {
  const [article, ...record] = example;
  const own = articleNames && [...articleNames].find(([, name]) => name === article)?.[0];
  return own ? [own, ...record] : example;
}
