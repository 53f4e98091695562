import { useEffect, useState } from 'react';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type AgreementChoice, usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { type AgreementReport } from '../../../shared/agreement/report.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { settles } from '../../../shared/review/offices.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { type Paced, pacer } from '../../ui/time-left.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { workedOut } from '../../workers/agreement-client.ts';
import { type AgreementProgress } from '../../workers/agreement-task.ts';
import { type AgreementMemory } from './agreement-memory.ts';

export interface Agreement {
  readonly choice: AgreementChoice;
  readonly choose: (choice: AgreementChoice) => void;
  /** How often it was asked for anew. */
  readonly turn: number;
  /** `null` before anything is known. */
  readonly report: AgreementReport | null;
  /** Is the report one of what is asked for now? The one before stays until there is another. */
  readonly isOfNow: boolean;
  /** The measures that take long; `null` before anything is known of them. */
  readonly research: readonly Score[] | null;
  /** `null` when nothing is being done. */
  readonly work: 'report' | 'research' | null;
  readonly progress: Paced<AgreementProgress> | null;
  /** What was told to stop before it was whole. */
  readonly stopped: 'report' | 'research' | null;
  /** The project's, when it was read. */
  readonly snapshot: string | null;
  readonly stop: () => void;
  readonly again: () => void;
}

interface State extends Pick<Agreement, 'report' | 'isOfNow' | 'research' | 'work' | 'progress' | 'stopped' | 'snapshot'> {
  readonly controller: AbortController | null;
}

const nothing: State = { report: null, isOfNow: false, research: null, work: null, progress: null, stopped: null, snapshot: null, controller: null };

/** Measures what is chosen, again for another choice; what is known so far is shown while it goes on. */
export function useAgreement(store: ProjectStore, memory: AgreementMemory): Agreement {
  const raise = useThrow();
  const [choice, setChoice] = useState<AgreementChoice>(() => memory.now().choice ?? usualAgreementChoice);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State>(() => ({ ...nothing, ...memory.now().measured, isOfNow: memory.now().measured !== null }));
  const key = `${turn} ${canonicalJson(choice)}`;
  useEffect(() => {
    memory.keep({ choice });
    if (memory.now().measured?.research) return;
    const controller = new AbortController();
    const { signal } = controller;
    const change = (part: Partial<State>): void => {
      if (!signal.aborted) setState((now) => ({ ...now, ...part }));
    };
    const paced = pacer<AgreementProgress>(() => performance.now());
    const onProgress = (progress: AgreementProgress): void => change({ progress: paced(progress) });
    const run = async (): Promise<void> => {
      const source = await store.exportSource('agreement');
      const ground = { schema: source.head.schema, articles: source.articles, choice, parameters: defaultParameters };
      let report = memory.now().measured?.report ?? null;
      if (report === null) {
        change({ work: 'report', snapshot: source.snapshot, progress: null, stopped: null, controller });
        report = await workedOut({ kind: 'report', ...ground }, source, { signal, onProgress, onPartial: (partial) => change({ report: partial, isOfNow: true }) });
        if (report === null) return;
        memory.keep({ measured: { snapshot: source.snapshot, report, research: null } });
      }
      change({ report, isOfNow: true, work: 'research', progress: null, stopped: null, controller });
      // Whoever does not hear how colleagues agree need not wait for it.
      const research = report.articles === 0 || !settles(await store.roles(), store.annotator) ? []
        : await workedOut({ kind: 'research', ...ground }, source, { signal, onProgress, onPartial: (partial) => change({ research: partial }) });
      if (research === null) return;
      memory.keep({ measured: { snapshot: source.snapshot, ...memory.now().measured, report, research } });
      change({ research, work: null, progress: null });
    };
    run().catch(raise);
    return () => controller.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- the choice is in the key; another object that says the same must not begin anew
  }, [key, store, memory, raise]);

  const begin = (): void => {
    memory.keep({ measured: null, found: null });
    setState((now) => ({ ...now, isOfNow: false, research: null, work: 'report', progress: null, stopped: null }));
  };
  return {
    choice, turn,
    choose: (next) => {
      begin();
      setChoice(next);
    },
    report: state.report, isOfNow: state.isOfNow, research: state.research, work: state.work, progress: state.progress, stopped: state.stopped, snapshot: state.snapshot,
    stop: () => {
      state.controller?.abort();
      setState((now) => ({ ...now, work: null, progress: null, stopped: now.work }));
    },
    again: () => {
      begin();
      setTurn((number) => number + 1);
    },
  };
}
