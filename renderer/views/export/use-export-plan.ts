import { useEffect, useState } from 'react';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type ExportProgress, type ExportSource } from '../../../shared/dataset/export-source.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { plannedExport } from '../../workers/export-client.ts';
import { type ExportGround } from './export-ground.ts';
import { steadyPlan } from './plan-export.ts';

export interface PlanState {
  /** `null` while it is being worked out. */
  readonly plan: ExportPlan | null;
  readonly progress: ExportProgress | null;
}

const nothing: PlanState = { plan: null, progress: null };

/**
 * The plan of these options; `null` asks for none and keeps the last one, so that whoever comes back finds it. Another choice stops
 * the work on the one before. `turn`: another number reads the project again.
 */
export function useExportPlan(
  readSource: () => Promise<ExportSource>, options: ExportOptions | null, ground: ExportGround | null, turn: number,
): PlanState {
  const raise = useThrow();
  const [found, setFound] = useState<PlanState & { readonly key: string }>({ ...nothing, key: '' });
  const key = options && ground && `${turn} ${canonicalJson(options)}`;
  const isKnown = found.key === key && found.plan !== null;
  useEffect(() => {
    if (key === null || options === null || ground === null || isKnown) return;
    const stop = new AbortController();
    const progress = (now: ExportProgress): void => {
      if (!stop.signal.aborted) setFound({ key, plan: null, progress: now });
    };
    steadyPlan(readSource, options, ground, { progress, signal: stop.signal }, plannedExport)
      .then((plan) => {
        if (plan && !stop.signal.aborted) setFound({ key, plan, progress: null });
      })
      .catch(raise);
    return () => stop.abort();
    // Options and ground are in the key.
  }, [key, isKnown, readSource, raise]);
  return key === null || found.key === key ? found : nothing;
}
