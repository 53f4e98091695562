// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, it, vi } from 'vitest';
import { type EditorHandle } from '../../../../renderer/editor/editor-contract.ts';
import { makeDesk } from '../../../../renderer/views/annotate/desk.ts';
import { type Reading } from '../../../../renderer/views/annotate/reading.ts';
import { useReadingPlace } from '../../../../renderer/views/annotate/use-reading-place.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { dams, scene, text } from './sample-scene.ts';

vi.mock('../../../../renderer/bridge/bridge.ts', () => ({ bridge: { onFlush: () => () => undefined } }));

it('an article stands where it was left before the first key can come: a quick J goes on from there', () => {
  const desk = makeDesk(scene);
  desk.connect({ read: async () => scene, show: () => undefined } as never);
  const select = vi.fn();
  const editor = { current: { select, caret: () => 0 } as unknown as EditorHandle };
  const pane = { current: document.createElement('div') };
  const reading = { stopIn: () => ({ caret: 12, scrolled: 0, focused: dams.id }), onStop: async () => undefined } as unknown as Reading;
  const article = { id: 'art', text } as unknown as Article;
  let atFirstKey: unknown = null;
  renderHook(() => {
    useReadingPlace({ article, reading, desk, focused: null, editor, pane });
    // As `pressKept` does, and all who listen to keys.
    useLayoutEffect(() => {
      atFirstKey = { focused: desk.snapshot().state.focused, caret: select.mock.lastCall?.[0] };
    }, []);
  });
  expect(atFirstKey).toEqual({ focused: dams.id, caret: { start: 12, end: 12 } });
});
