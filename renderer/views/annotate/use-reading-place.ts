import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Article } from '../../../shared/model/article.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { bridge } from '../../bridge/bridge.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';
import { type Desk } from './desk.ts';
import { type Reading } from './reading.ts';
import { annotationIn } from './scene.ts';

interface PlaceParts {
  readonly article: Article;
  readonly reading: Reading;
  readonly desk: Desk;
  readonly focused: AnnotationId | null;
  readonly editor: RefObject<EditorHandle | null>;
  readonly pane: RefObject<HTMLElement | null>;
}

/** Milliseconds of rest after which a place is worth being written down. */
const rest = 2000;

/** Opens the Article where it was left, caret, focus and scrolling; and remembers where it is left this time. */
export function useReadingPlace({ article, reading: { stopIn, onStop }, desk, focused, editor, pane }: PlaceParts): void {
  const latest = useRef({ focused, follow: () => {} });
  const isBack = useRef(false);
  // In the commit itself: a quick first key goes on from there, and must not be led back.
  useLayoutEffect(() => {
    // Once: another size of the letters is no reason to go where one was some seconds ago, and to take what is selected away.
    if (isBack.current) return;
    isBack.current = true;
    const stop = stopIn(article.id);
    if (!stop) return;
    if (annotationIn(desk.snapshot().scene, stop.focused)) desk.gesture({ kind: 'focus', annotation: stop.focused as AnnotationId });
    const at = utf16(Math.min(stop.caret, article.text.length));
    editor.current?.select({ start: at, end: at });
    pane.current?.scrollTo({ top: stop.scrolled });
  }, [article, desk, editor, pane, stopIn]);

  // A layout effect: what is read when the view goes must still be in the page.
  useLayoutEffect(() => {
    let hasMoved = false;
    let timer = 0;
    // Where things stand is asked only now: after each key, the pane would be laid out for this answer alone.
    const save = async (): Promise<void> => {
      window.clearTimeout(timer);
      if (!hasMoved || !editor.current || !pane.current) return;
      hasMoved = false;
      await onStop(article.id, { caret: editor.current.caret(), scrolled: pane.current.scrollTop, focused: latest.current.focused });
    };
    const follow = () => {
      hasMoved = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), rest);
    };
    latest.current.follow = follow;
    const scrolling = pane.current;
    scrolling?.addEventListener('scroll', follow, { passive: true });
    document.addEventListener('selectionchange', follow);
    const stopFlushing = bridge.onFlush(save);
    return () => {
      scrolling?.removeEventListener('scroll', follow);
      document.removeEventListener('selectionchange', follow);
      stopFlushing();
      void save();
    };
  }, [article, editor, pane, onStop]);

  useEffect(() => {
    if (latest.current.focused === focused) return;
    latest.current.focused = focused;
    latest.current.follow();
  }, [focused]);
}
