import { useEffect, useState } from 'react';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type ExportProgress, type ExportSource } from '../../../shared/dataset/export-source.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { plannedExport } from '../../workers/export-client.ts';
import { type ExportGround } from './export-ground.ts';
import { steadyPlan } from './plan-export.ts';
import { type Paced, pacer } from '../../ui/time-left.ts';

export interface PlanState {
  /** `null` while it is being worked out. */
  readonly plan: ExportPlan | null;
  readonly progress: Paced<ExportProgress> | null;
}

const nothing: PlanState = { plan: null, progress: null };

/**
 * The plan of these options; `null` asks for none and keeps the last one, so that whoever comes back finds it. Another choice stops
 * the work on the one before. `turn`: another number reads the project again. `measures` as in
 * `PlanWish`, and always the same.
 */
export function useExportPlan(
  readSource: () => Promise<ExportSource>, options: ExportOptions | null, ground: ExportGround | null, { turn, measures }: { readonly turn: number; readonly measures: boolean },
): PlanState {
  const raise = useThrow();
  const [known, setFound] = useState<PlanState & { readonly key: string }>({ ...nothing, key: '' });
  const key = options && ground && `${turn} ${canonicalJson(options)}`;
  const isKnown = known.key === key && known.plan !== null;
  useEffect(() => {
    if (key === null || options === null || ground === null || isKnown) return;
    const stop = new AbortController();
    const paced = pacer<ExportProgress>(() => performance.now());
    const found = (part: Partial<PlanState>): void => {
      if (!stop.signal.aborted) setFound({ key, ...nothing, ...part });
    };
    steadyPlan(readSource, options, ground, { measures, progress: (now) => found({ progress: paced(now) }), signal: stop.signal }, plannedExport)
      .then((plan) => {
        if (plan) found({ plan });
      })
      .catch(raise);
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- options are in the key; another object that says the same must not begin anew
  }, [key, isKnown, ground, measures, readSource, raise]);
  return key === null || known.key === key ? known : nothing;
}
