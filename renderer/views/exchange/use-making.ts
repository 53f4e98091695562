import { useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';
import { type Problem } from '../../../shared/result.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { type Made, type MakeTools, type WayThroughFolder } from './make-bundles.ts';

export interface MakingGround {
  readonly store: ProjectStore;
  readonly projectName: string;
  /** Version of the app. */
  readonly app: string;
  /** `null` where work goes in files. */
  readonly folder: WayThroughFolder | null;
}

/** Makes files one at a time: says where the file is, or keeps what was wrong to be shown. */
export function useMaking({ store, projectName, app, folder }: MakingGround) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const make = (title: MessageCode, done: MessageCode, work: (tools: MakeTools) => Promise<Made>, then: () => void = () => undefined): void => {
    setBusy(true);
    setProblems([]);
    const run = async () => {
      const made = await work({ store, bridge, projectName, app, folder, title: t(title) });
      setBusy(false);
      if (made?.ok) {
        toast(t(made.inFolder ? `folder.${made.inFolder}` : done, { name: made.name }));
        then();
      }
      setProblems(made?.problems ?? []);
    };
    run().catch(raise);
  };
  return { make, isBusy, problems, way: folder ? 'folder' : 'file' } as const;
}
