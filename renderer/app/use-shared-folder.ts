import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../store/project-store.ts';
import { useToast } from '../ui/Toast.tsx';
import { useSteady } from '../ui/use-steady.ts';
import { useThrow } from '../ui/use-throw.ts';
import { createFolderDesk, type FolderDesk, lookEvery } from '../views/exchange/folder-desk.ts';

/** Looks into the project's shared folder for as long as it is open, and says when something new lies there. `isShown`: the person sees it anyway. */
export function useSharedFolder(store: ProjectStore, projectName: string, isShown: boolean, onShow: (desk: FolderDesk) => void): FolderDesk {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const desk = useMemo(() => createFolderDesk({ store, bridge, projectName }), [store, projectName]);
  useEffect(() => {
    const look = (): void => void desk.look().catch(raise);
    look();
    const timer = setInterval(look, lookEvery);
    return () => {
      clearInterval(timer);
      desk.end();
    };
  }, [desk, raise]);

  const offered = useStore(desk.state, (state) => state.offered);
  const announced = useRef<ReadonlySet<string>>(new Set());
  const announce = useSteady((n: number) => {
    if (!isShown) toast(t('folder.new', { n }), { actionLabel: t('folder.show'), onAction: () => onShow(desk) });
  });
  useEffect(() => {
    const names = offered.map(({ bundle }) => bundle.name);
    if (names.some((name) => !announced.current.has(name))) announce(names.length);
    announced.current = new Set(names);
  }, [offered, announce]);
  return desk;
}
