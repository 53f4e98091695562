import { useEffect, useState } from 'react';
import { type Result } from '../../../shared/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { type ExportGround, readGround } from './export-ground.ts';

/** Secret and releases of the project; `null` until they are read. */
export function useExportGround(store: ProjectStore): Result<ExportGround> | null {
  const raise = useThrow();
  const [ground, setGround] = useState<Result<ExportGround> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readGround(bridge, store.info.id, store.annotator)
      .then((read) => {
        if (isCurrent) setGround(read);
      })
      .catch(raise);
    return () => {
      isCurrent = false;
    };
  }, [store, raise]);
  return ground;
}
