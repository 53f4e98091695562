import { Plugin } from 'prosemirror-state';
import { type EditorView } from 'prosemirror-view';

/**
 * Has the paragraph with the caret painted after all others. The browser draws a blinking caret as a layer of its own, and what is painted after it as
 * one more: the whole text that follows, drawn anew whenever a selection becomes a caret or a caret a selection, as it does with each label.
 */
export const caretOnTop = (): Plugin =>
  new Plugin({
    view: (view) => {
      let raised = raise(view, []);
      return { update: () => void (raised = raise(view, raised)) };
    },
  });

/** The paragraph and what it lies in, from the inside; the ones before are lowered if they are others. */
function raise(view: EditorView, before: readonly Element[]): readonly Element[] {
  const { node } = view.domAtPos(view.state.selection.head);
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest('[data-line]');
  if (!paragraph || paragraph === before[0]) return before;
  const block = paragraph.parentElement;
  const now = block ? [paragraph, block] : [paragraph];
  for (const element of before) if (!now.includes(element)) element.removeAttribute('data-caret');
  for (const element of now) element.setAttribute('data-caret', '');
  return now;
}
