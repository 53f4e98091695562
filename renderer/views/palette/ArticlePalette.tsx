import { FilePlus2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ArticleRow, type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { folded } from './choices.ts';
import { Palette } from './Palette.tsx';

export interface ArticlePaletteProps {
  readonly store: ProjectStore;
  /** Latest first. */
  readonly recent: readonly ArticleId[];
  readonly onOpen: (article: ArticleId) => void;
  readonly onAddFiles: () => void;
  readonly onClose: () => void;
}

/** Rows read at once: the first of them are searched while the others are still being read. */
const step = 1000;

interface Titles {
  readonly lines: readonly { readonly id: ArticleId; readonly words: string; readonly folded: string }[];
  readonly isWhole: boolean;
}

const lineOf = ({ id, title }: ArticleRow) => ({ id, words: title, folded: folded(title) });

/** All titles, a part at a time, for as long as the palette is open. */
function useTitles(store: ProjectStore): Titles {
  const raise = useThrow();
  const [titles, setTitles] = useState<Titles>({ lines: [], isWhole: false });
  useEffect(() => {
    const closing = new AbortController();
    const readFrom = async (offset: number): Promise<void> => {
      const rows = await store.rows(offset, step);
      if (closing.signal.aborted) return;
      const isWhole = rows.length < step;
      setTitles(({ lines }) => ({ lines: [...(offset === 0 ? [] : lines), ...rows.map(lineOf)], isWhole }));
      if (!isWhole) await readFrom(offset + step);
    };
    readFrom(0).catch(raise);
    return () => closing.abort();
  }, [store, raise]);
  return titles;
}

/** Opens an Article by its title, in any spelling; those that were open last come first. */
export function ArticlePalette({ store, recent, onOpen, onAddFiles, onClose }: ArticlePaletteProps) {
  const { t } = useMessages();
  const { lines, isWhole } = useTitles(store);
  const ordered = useMemo(() => {
    const byId = new Map(lines.map((line) => [line.id, line]));
    const first = recent.flatMap((id) => byId.get(id) ?? []);
    const known = new Set(recent);
    return [...first.map((line) => ({ ...line, detail: t('palette.recent') })), ...lines.filter(({ id }) => !known.has(id))];
  }, [lines, recent, t]);
  const nothing = isWhole ? (lines.length === 0 ? 'palette.articles.none' : 'palette.articles.nothing') : 'palette.articles.reading';
  return (
    <Palette
      title={t('palette.articles')}
      search={t('palette.articles.search')}
      lines={ordered}
      nothing={t(nothing)}
      {...(nothing === 'palette.articles.none' && { action: <Button icon={FilePlus2} onClick={onAddFiles}>{t('library.add')}</Button> })}
      onChoose={({ id }) => onOpen(id)}
      onClose={onClose}
    />
  );
}
