import { Plugin } from 'prosemirror-state';

/** The parts of an editing event that would alter the text. */
const refuse = (_view: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/**
 * Keeps the text as it is while caret, selection and keys work: `editable` must stay true for those. Refuses every
 * document change, and the events that would lead to one before the browser touches the DOM. `copied` gives the exact
 * text of the selection; files dropped on the text are left to the window.
 */
export function lockedText(copied: () => string): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        cut: refuse,
        dragstart: refuse,
        dragover: leaveFiles,
        drop: leaveFiles,
        copy: (_view, event) => {
          const text = copied();
          if (text !== '') {
            event.clipboardData?.setData('text/plain', text);
            event.preventDefault();
          }
          return true;
        },
        compositionstart: (view) => {
          endComposition(view.dom);
          return true;
        },
        compositionupdate: () => true,
        compositionend: () => true,
      },
    },
  });
}

function leaveFiles(_view: unknown, event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) event.preventDefault();
  return true;
}

/** A composition cannot be cancelled by its events; losing the focus ends it before it has written anything. */
function endComposition(dom: HTMLElement): void {
  dom.blur();
  dom.focus({ preventScroll: true });
}
