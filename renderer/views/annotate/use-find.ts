import { type RefObject, useMemo, useState } from 'react';
import { type Span } from '../../../shared/text/offsets.ts';
import { fold } from '../../../shared/text/persian.ts';
import { findText } from '../../../shared/text/same-text.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';

export interface Find {
  readonly isOpen: boolean;
  /** Grows each time the bar is asked for: its field takes the focus again. */
  readonly turn: number;
  readonly words: string;
  readonly hits: readonly Span[];
  /** What is drawn in the text: the hit that is looked at; `null` while nothing is looked for. */
  readonly shown: readonly Span[] | null;
  /** Index of the hit that is looked at; -1 without any. */
  readonly current: number;
  open(): void;
  write(words: string): void;
  /** On to the next hit, round the end of the text. */
  move(by: 1 | -1): void;
  /** Back to the text, with the hit selected so that a digit labels it. */
  close(): void;
}

/** A single letter stands everywhere in a long article: nobody walks through more. */
const mostHits = 1000;

interface Looking {
  readonly words: string;
  readonly current: number;
  readonly turn: number;
}

/** Finding words in the article, whatever their spelling. */
export function useFind(text: string, editor: RefObject<EditorHandle | null>): Find {
  const [looking, setLooking] = useState<Looking | null>(null);
  const isOpen = looking !== null;
  const folded = useMemo(() => (isOpen ? fold(text) : null), [text, isOpen]);
  const words = looking?.words ?? '';
  const hits = useMemo(() => (folded ? findText(folded, words, mostHits) : []), [folded, words]);
  const current = hits.length === 0 ? -1 : (looking?.current ?? 0);
  const shown = useMemo(() => (isOpen ? hits.slice(Math.max(current, 0), current + 1) : null), [isOpen, hits, current]);

  const look = (next: Looking, among: readonly Span[]) => {
    setLooking(next);
    const hit = among[next.current];
    if (hit) editor.current?.reveal(hit);
  };
  return {
    isOpen,
    turn: looking?.turn ?? 0,
    words,
    hits,
    current,
    shown,
    open: () => setLooking((before) => ({ words: before?.words ?? '', current: before?.current ?? 0, turn: (before?.turn ?? 0) + 1 })),
    write(next) {
      const found = findText(folded ?? fold(text), next, mostHits);
      const caret = editor.current?.caret() ?? 0;
      const first = Math.max(found.findIndex(({ start }) => start >= caret), 0);
      look({ words: next, current: first, turn: looking?.turn ?? 0 }, found);
    },
    move: (by) => look({ words, current: (current + by + hits.length) % Math.max(hits.length, 1), turn: looking?.turn ?? 0 }, hits),
    close() {
      const hit = hits[current];
      setLooking(null);
      editor.current?.focus();
      if (hit) editor.current?.select(hit);
    },
  };
}
