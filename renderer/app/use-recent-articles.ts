import { useEffect } from 'react';
import { useStore } from 'zustand';
import { recentCommands } from '../../shared/bridge.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { useLive } from '../store/live.ts';
import { type ArticleRow } from '../store/project-store.ts';
import { registerMenuCommand } from '../ui/menu-commands.ts';
import { recentArticles } from './places.ts';
import { type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';

const none: readonly ArticleRow[] = [];

/** The Articles of the open project that were open last, the one on the screen left out; the menu's commands open them. */
export function useRecentArticles(session: Session, settings: SettingsStore): readonly ArticleRow[] {
  const store = useStore(session.state, ({ project }) => (project.kind === 'open' ? project.store : null));
  const shown = useStore(session.state, ({ route }) => (route.view === 'annotate' ? route.article : null));
  // As one string: places move all the time, and that alone is nothing new.
  const ids = useStore(settings, ({ settings: { places } }) =>
    store ? recentArticles(places, store.info.id).filter((id) => id !== shown).slice(0, recentCommands.length).join(' ') : '',
  );
  const rows = useLive(async () => {
    if (!store || ids === '') return none;
    const found = await Promise.all(ids.split(' ').map((id) => store.row(id as ArticleId)));
    return found.filter((row) => row !== undefined);
  }, [store, ids]);
  const recent = rows ?? none;
  useEffect(() => {
    const ends = recent.flatMap(({ id }, index) => {
      const command = recentCommands[index];
      return command ? [registerMenuCommand(command, () => session.show({ view: 'annotate', article: id }))] : [];
    });
    return () => ends.forEach((end) => end());
  }, [recent, session]);
  return recent;
}
