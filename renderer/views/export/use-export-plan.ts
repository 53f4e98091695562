import { useEffect, useState } from 'react';
import { type LossReport } from '../../../shared/codecs/loss-report.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { lossOf } from '../../workers/codec-client.ts';
import { type ExportCounts, exportCounts, selected, type Selection } from './selection.ts';

/** What would be written, and what the format could not hold of it. */
export interface ExportPlan {
  readonly dataset: Dataset;
  readonly counts: ExportCounts;
  readonly loss: LossReport;
}

/** `null` while it is being worked out; reads the project anew whenever the choice changes. */
export function useExportPlan(store: ProjectStore, codec: string, selection: Selection, me: AnnotatorId): ExportPlan | null {
  const raise = useThrow();
  const choice = `${codec} ${selection}`;
  const [found, setFound] = useState<{ readonly choice: string; readonly plan: ExportPlan } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const work = async () => {
      const dataset = selected(await store.dataset(), selection, me);
      const loss = await lossOf(dataset, codec);
      if (isCurrent) setFound({ choice, plan: { dataset, counts: exportCounts(dataset), loss } });
    };
    work().catch(raise);
    return () => {
      isCurrent = false;
    };
  }, [store, codec, selection, choice, me, raise]);
  return found?.choice === choice ? found.plan : null;
}
