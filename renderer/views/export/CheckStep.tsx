import { isLossless } from '../../../shared/codecs/loss-report.ts';
import { type ExportCounts } from '../../../shared/dataset/export-counts.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type RequiredFact } from '../../../shared/dataset/required-facts.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type Schema } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Translator } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { AlikeList } from './AlikeList.tsx';
import { Check } from '../../ui/CheckList.tsx';
import styles from './CheckStep.module.css';
import { howWords, whatWords } from './choice-words.ts';
import { CommandLine } from './CommandLine.tsx';
import { FaultLine } from './FaultLine.tsx';
import { type ExampleFound } from './find-example.ts';
import { withFormatNames } from './formats.ts';
import { LeakList } from './LeakList.tsx';
import { LinkedList } from './LinkedList.tsx';
import { LossList } from './LossList.tsx';
import { Preview } from './Preview.tsx';
import { type Regrouping } from './regroup.ts';
import { Section } from '../../ui/Section.tsx';
import { SplitTable } from './SplitTable.tsx';

interface CheckStepProps {
  readonly plan: ExportPlan;
  readonly stem: string;
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly annotators: readonly Annotator[];
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
  readonly onChange: (step: 'what' | 'how') => void;
  readonly onSee: (example: ExampleFound) => void;
  readonly onOpen: (article: ArticleId) => void;
  /** They are one story, no longer (`part`), or different ones however alike (`apart`). */
  readonly onRegroup: (how: Regrouping, articles: readonly ArticleId[]) => void;
  /** Groups have just been altered from here. */
  readonly isRegrouped: boolean;
}

/** What the export will be, before anything is written. */
export function CheckStep({ plan, stem, store, schema, annotators, isAccepted, onAccept, onChange, onSee, onOpen, onRegroup, isRegrouped }: CheckStepProps) {
  const messages = useMessages();
  const { t } = messages;
  const { options, counts, faults, losses, splits, leaks, linked, alike, problems } = plan;
  const canBe = problems.every(({ severity }) => severity !== 'error');
  return (
    <div className={styles.step}>
      <dl className={styles.choices}>
        <Choice name={t('export.step.what')} words={whatWords(options.selection, schema, annotators, messages)} onChange={() => onChange('what')} />
        <Choice name={t('export.step.how')} words={howWords(options, messages)} onChange={() => onChange('how')} />
      </dl>
      {isRead(plan) && <CountLine counts={counts} />}
      {faults && <FaultLine faults={faults} onOpen={onOpen} />}
      <Problems problems={problems} schema={schema} />
      {canBe && (
        <>
          <LossList report={losses} articleNames={plan.articleNames} store={store} schema={schema} onSee={onSee} />
          {!isLossless(losses) && (
            <Check checked={isAccepted} onChange={onAccept}>
              <strong>{t('export.accept')}</strong>
            </Check>
          )}
          {splits && (
            <Section title={t('export.split')}>
              <SplitTable splits={splits} schema={schema} />
              <h4 className={styles.subtitle}>{t('export.leaks')}</h4>
              <LeakList leaks={leaks} onOpen={onOpen} onLink={(articles) => onRegroup('link', articles)} />
              <AlikeList pairs={alike} onOpen={onOpen} onTellApart={(articles) => onRegroup('apart', articles)} />
              <LinkedList linked={linked} isFresh={isRegrouped} onPart={(articles) => onRegroup('part', articles)} />
            </Section>
          )}
          <Section title={t('export.preview')}>
            <Preview preview={plan.preview} />
          </Section>
        </>
      )}
      <CommandLine options={options} project={store.info.id} stem={stem} annotator={plan.annotator} />
    </div>
  );
}

function Choice({ name, words, onChange }: { readonly name: string; readonly words: string; readonly onChange: () => void }) {
  const { t } = useMessages();
  return (
    <div className={styles.choice}>
      <dt>{name}</dt>
      <dd>
        <span>{words}</span>
        <Button kind="quiet" aria-label={t('export.change.of', { what: name })} onClick={onChange}>
          {t('export.change')}
        </Button>
      </dd>
    </div>
  );
}

/** How much it is, and how much of the project stays out. */
export function CountLine({ counts }: { readonly counts: ExportCounts }) {
  const { t } = useMessages();
  const { articles, sets, annotations, relations, leftOut } = counts;
  const isSomethingOut = leftOut.articles + leftOut.sets + leftOut.annotations + leftOut.relations > 0;
  const out = { articles: leftOut.articles, sets: leftOut.sets, annotations: leftOut.annotations, relations: leftOut.relations };
  return (
    <div role="status" className={styles.counts}>
      <p>{t('export.counts', { articles, sets, annotations, relations })}</p>
      {isSomethingOut && <p className={styles.muted}>{t('export.left-out', out)}</p>}
    </div>
  );
}

/** A choice that cannot be is not counted: zeros would say something else. */
const isRead = ({ problems, counts }: ExportPlan): boolean => counts.articles > 0 || problems.some(({ code }) => code === 'export-nothing-chosen');

/** What the card still lacks, by its name; `null` for any other Problem. */
function gapOf({ code, values }: Problem, schema: Schema, { t, list, language }: Translator): string | null {
  if (code !== 'export-card-gap') return null;
  const word = t(`card.${values['word'] as RequiredFact}`);
  if (values['word'] !== 'definitions') return word;
  const labels = String(values['labels']).split(', ').map((id) => labelDef(schema, id as LabelId)?.name[language] ?? id);
  return `${word} (${list(labels)})`;
}

/** Everything that is not written yet is one sentence. */
function Problems({ problems, schema }: { readonly problems: readonly Problem[]; readonly schema: Schema }) {
  const messages = useMessages();
  const { t, list } = messages;
  const gaps = problems.map((problem) => gapOf(problem, schema, messages)).filter((gap) => gap !== null);
  const others = problems.filter(({ code }) => code !== 'export-card-gap').map((one) => withFormatNames(one, messages));
  const isError = problems.some(({ severity }) => severity === 'error');
  if (problems.length === 0) return null;
  return (
    <div role="alert" className={styles.problems} data-severity={isError ? 'error' : 'warning'}>
      {others.length > 0 && <ProblemList problems={others} />}
      {gaps.length > 0 && <p>{t('export.release.gaps', { words: list(gaps) })}</p>}
    </div>
  );
}
