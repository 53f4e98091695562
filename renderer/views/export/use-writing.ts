import { useRef, useState } from 'react';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type ExportProgress } from '../../../shared/dataset/export-source.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { ranExport } from '../../workers/export-client.ts';
import { type Paced, pacer } from '../../ui/time-left.ts';
import { type ExportJob, type RunIn, writeExport, type Written } from './write-export.ts';

export interface Writing {
  readonly isWriting: boolean;
  /** `null` until a place is chosen and the first articles are written. */
  readonly progress: Paced<ExportProgress> | null;
  readonly write: (job: ExportJob, then: (written: Written, plan: ExportPlan) => void) => void;
  readonly stop: () => void;
}

const runInWorker: RunIn = (source, plan, take, attention) => ranExport(source, plan.options, plan, take, attention);

/** One export being written at a time; it stops when nobody looks at it any more. */
export function useWriting(): Writing {
  const raise = useThrow();
  const stopping = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Paced<ExportProgress> | null>(null);
  const [isWriting, setWriting] = useState(false);
  return {
    isWriting,
    progress,
    stop: () => stopping.current?.abort(),
    write: (job, then) => {
      if (stopping.current) return;
      const stop = new AbortController();
      stopping.current = stop;
      setWriting(true);
      const paced = pacer<ExportProgress>(() => performance.now());
      writeExport(job, { bridge, run: runInWorker, signal: stop.signal, onProgress: (now) => setProgress(paced(now)) })
        .finally(() => {
          stopping.current = null;
          setWriting(false);
          setProgress(null);
        })
        .then((written) => then(written, job.plan))
        .catch(raise);
    },
  };
}
