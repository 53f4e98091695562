import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isLossless } from '../../../shared/codecs/loss-report.ts';
import { defaultOptions, type ExportOptions, withUsualLicences } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { fittingOptions } from '../../../shared/dataset/fitting-options.ts';
import { type NamedSelection } from '../../../shared/dataset/named-selection.ts';
import { emptyRelease, type Release } from '../../../shared/dataset/release.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { CheckStep } from './CheckStep.tsx';
import { countingOptions, isOnlyNamed, lastExport } from './choices.ts';
import { type ExportGround } from './export-ground.ts';
import { ExportFooter } from './ExportFooter.tsx';
import { ExportSteps, type Step } from './ExportSteps.tsx';
import styles from './ExportWizard.module.css';
import { type ExportWizardProps } from './ExportWizard.tsx';
import { type ExampleFound } from './find-example.ts';
import { HowStep } from './HowStep.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { regroup, type Regrouping } from './regroup.ts';
import { stemOf } from './stem.ts';
import { useExportPlan } from './use-export-plan.ts';
import { useWriting } from './use-writing.ts';
import { WhatStep } from './WhatStep.tsx';
import { type Written } from './write-export.ts';

interface ExportFormProps extends ExportWizardProps {
  readonly ground: ExportGround;
  readonly schema: Schema;
  readonly annotators: readonly Annotator[];
}

/** What became of the last attempt: `cancelled` is no failure. */
type Said = { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly problems: readonly Problem[]; readonly words: string };

export function ExportForm({ store, name, app, last, ground, schema, annotators, onRemember, onOpen, onOpenAt, onClose }: ExportFormProps) {
  const messages = useMessages();
  const { t } = messages;
  const toast = useToast();
  const stem = stemOf(name);
  const readSource = useCallback(() => store.exportSource(stem), [store, stem]);
  const [step, setStep] = useState<Step>(last && !isOnlyNamed(last) ? 'check' : 'what');
  const [choice, setChoice] = useState<ExportOptions>(() => fittingOptions(last?.options ?? defaultOptions, { schema, annotators }));
  const options = useMemo(() => withUsualLicences(choice), [choice]);
  const [draft, setDraft] = useState<Release>(last?.release ?? emptyRelease);
  const [selections, setSelections] = useState<readonly NamedSelection[]>(last?.selections ?? []);
  const [turn, setTurn] = useState(0);
  const [accepted, setAccepted] = useState<ExportPlan | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [isRegrouped, setRegrouped] = useState(false);
  const raise = useThrow();
  const isChecking = step === 'check';
  const counting = useExportPlan(readSource, isChecking ? null : countingOptions(options), ground, { turn, measures: false });
  const { plan, progress } = useExportPlan(readSource, isChecking ? options : null, ground, { turn, measures: true });
  const publishers = useMet(Object.keys(counting.plan?.counts.publishers ?? {}));
  const writing = useWriting();
  const isUnaccepted = plan !== null && isPossible(plan) && !isLossless(plan.losses) && accepted !== plan;
  const isReady = isChecking && plan !== null && isPossible(plan) && !isUnaccepted && !writing.isWriting;
  const body = useRef<HTMLDivElement>(null);
  const main = useStepFocus(step, body, isReady);

  const regroupThem = (how: Regrouping, articles: readonly ArticleId[]): void => {
    // The button is gone as soon as the plan is made anew.
    body.current?.focus();
    setRegrouped(true);
    regroup(store, how, articles)
      .then((result) => (result.ok ? setTurn((before) => before + 1) : setSaid({ kind: 'failed', problems: result.problems, words: t('export.failed.safe') })))
      .catch(raise);
  };
  const change = (part: Partial<ExportOptions>): void => setChoice((before) => ({ ...before, ...part }));
  const go = (to: Step): void => {
    setSaid(null);
    setRegrouped(false);
    setStep(to);
  };
  const remember = (): void => onRemember(lastExport(choice, draft, selections));
  const leave = (): void => {
    if (writing.isWriting) return writing.stop();
    if (last || choice !== defaultOptions || draft !== emptyRelease || selections.length > 0) remember();
    onClose();
  };
  const see = ({ article, at }: ExampleFound): void => {
    leave();
    if (at) onOpenAt({ article, ...at });
    else onOpen(article);
  };
  const after = (written: Written, { counts }: ExportPlan): void => {
    switch (written.outcome) {
      case 'written':
        toast(t('export.done', { n: counts.articles, folder: written.folder }));
        return onClose();
      case 'cancelled':
        return setSaid({ kind: 'cancelled' });
      case 'stale':
        setTurn(turn + 1);
        return setSaid({ kind: 'failed', problems: [], words: t('export.stale') });
      case 'failed':
        return setSaid({ kind: 'failed', problems: written.problems, words: t('export.failed.safe') });
      case 'not-kept':
        return setSaid({ kind: 'failed', problems: written.problems, words: t('export.not-kept', { folder: written.folder }) });
    }
  };
  const save = (ready: ExportPlan): void => {
    setSaid(null);
    remember();
    const suggestedName = options.release ? `${stem}-${options.release.version}` : stem;
    const place = { title: t('export.save.title'), suggestedName };
    writing.write({ plan: ready, project: store.info.id, readSource, place, app }, after);
  };

  const footer = (
    <ExportFooter
      step={step}
      counting={counting}
      writing={writing}
      note={said?.kind === 'cancelled' ? 'export.cancelled' : isUnaccepted ? 'export.accept.first' : null}
      saveButton={main}
      onSave={isReady ? () => save(plan) : null}
      onStep={go}
    />
  );
  return (
    <Dialog open onClose={leave} title={t('export.title')} size="full" footer={footer} focusFirst={() => body.current} top={<ExportSteps step={step} onStep={go} />}>
      <div ref={body} tabIndex={-1} role="group" aria-label={t(`export.step.${step}`)} className={styles.body} inert={writing.isWriting}>
        {said?.kind === 'failed' && (
          <div ref={intoView} className={styles.said} role="alert">
            <ProblemList problems={said.problems} />
            <p>{said.words}</p>
          </div>
        )}
        {step === 'what' && (
          <WhatStep
            selection={options.selection}
            schema={schema}
            annotators={annotators}
            me={ground.annotator}
            saved={selections}
            publishers={publishers}
            onSave={setSelections}
            onChange={(part) => change({ selection: { ...options.selection, ...part } })}
          />
        )}
        {step === 'how' && (
          <HowStep
            options={options}
            draft={draft}
            versions={ground.releases.map(({ version }) => version)}
            schema={schema}
            plan={counting.plan}
            onChange={change}
            onDraft={(changed, isRelease) => {
              setDraft(changed);
              change({ release: isRelease ? changed : null });
            }}
          />
        )}
        {isChecking && !plan && <ProgressLine progress={progress} waiting={t('export.counting')} />}
        {isChecking && plan && (
          <CheckStep
            plan={plan}
            stem={stem}
            store={store}
            schema={schema}
            annotators={annotators}
            isAccepted={accepted === plan}
            onAccept={(is) => setAccepted(is ? plan : null)}
            onChange={go}
            onSee={see}
            onOpen={(article) => see({ article, title: '', at: null })}
            onRegroup={regroupThem}
            isRegrouped={isRegrouped}
          />
        )}
      </div>
    </Dialog>
  );
}

/** All names that were ever among these, so that one that is no longer chosen can be chosen again. The empty one is nobody's. */
function useMet(names: readonly string[]): readonly string[] {
  const [met, setMet] = useState<readonly string[]>([]);
  const fresh = names.filter((name) => name !== '' && !met.includes(name));
  if (fresh.length > 0) setMet([...met, ...fresh]);
  return met;
}

/** What went wrong must be seen, wherever one has scrolled to. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const isPossible = ({ problems }: ExportPlan): boolean => problems.every(({ severity }) => severity !== 'error');

/**
 * A new step has the focus at its beginning. Where there is nothing to do but to save, that is one key away: as long as nobody has gone
 * anywhere else, the button has the focus as soon as it can be pressed.
 */
function useStepFocus(step: Step, body: React.RefObject<HTMLDivElement | null>, isReady: boolean) {
  const main = useRef<HTMLButtonElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // The dialog sees to the first one.
    if (!first.current) body.current?.focus();
    first.current = false;
    body.current?.parentElement?.scrollTo({ top: 0 });
  }, [step, body]);
  useEffect(() => {
    if (isReady && (document.activeElement === body.current || document.activeElement === document.body)) main.current?.focus();
  }, [isReady, body]);
  return main;
}
