import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type Direction } from '../../shared/text/direction.ts';
import { type Span, utf16 } from '../../shared/text/offsets.ts';
import { snap, type SnapUnit } from '../../shared/text/snap.ts';
import { type ArticleText } from './article-text.ts';
import { BlockView } from './block-view.ts';
import { caretOnTop } from './caret-on-top.ts';
import { articleDocument } from './document.ts';
import { type ArticleEditorProps } from './editor-contract.ts';
import { motionFor, selectAll } from './keyboard-motion.ts';
import { lockedText } from './locked-text.ts';
import { type ParagraphEvents, ParagraphView } from './paragraph-view.ts';
import { lineAt, toOffset, toPosition } from './positions.ts';
import { ordered, type Selected } from './text-drag.ts';
import { leaveSelectionUnread } from './unread-selection.ts';
import styles from './article-editor.module.css';

/** How a selection is made: `silent` ones are told by whoever makes them. */
export interface Selecting {
  readonly silent: boolean;
  readonly unit?: SnapUnit;
  readonly scroll?: boolean;
}

/** ProseMirror's view of the article: text that can be selected and walked through, and not changed. Speaks in offsets. */
export interface LockedView {
  readonly dom: HTMLElement;
  focus(): void;
  selection(): Selected;
  /** What selecting takes at least. */
  unit(): SnapUnit;
  select(selected: Selected, how: Selecting): void;
  /** Tells what is selected now; nothing is told once only, so that the caret may wander. */
  tell(selected: Span | null, additive: boolean): void;
  /** The accessible name or description changed. */
  refresh(): void;
  destroy(): void;
}

export interface LockedViewHost {
  readonly paragraphs: ParagraphEvents;
  props(): Pick<ArticleEditorProps, 'ariaLabel' | 'ariaDescription' | 'selectionUnit' | 'onSelect' | 'onCaret'>;
  onPress(event: MouseEvent): void;
  /** In which a line is laid out. */
  direction(line: number): Direction;
}

const silent = 'silent';
const snapUnit = 'snap-unit';

export function createLockedView(container: HTMLElement, article: ArticleText, host: LockedViewHost): LockedView {
  let told = false;
  const view = new EditorView(container, {
    state: EditorState.create({ doc: articleDocument(article.text), plugins: [lockedText(selectedText), caretOnTop()] }),
    nodeViews: { block: (node) => new BlockView(node), paragraph: (node) => new ParagraphView(node, host.paragraphs) },
    attributes: () => attributesOf(host.props()),
    dispatchTransaction(transaction) {
      const before = view.state.selection;
      view.updateState(view.state.apply(transaction));
      if (transaction.getMeta(silent) === true || view.state.selection.eq(before)) return;
      host.props().onCaret?.({ before: utf16(toOffset(article.lines, before.head)), after: utf16(selection().head) });
      const span = ordered(selection());
      tell(
        span.start === span.end ? null : snap(article.text, span, (transaction.getMeta(snapUnit) as SnapUnit | undefined) ?? usualUnit()),
        false,
      );
    },
    handleDOMEvents: {
      mousedown(_view, event) {
        host.onPress(event);
        return true;
      },
      // ProseMirror's own keys edit, and it would claim Enter, Escape and Ctrl+Z, which mean something to the window.
      keydown(_view, event) {
        if (!event.defaultPrevented && moveByKey(event)) event.preventDefault();
        return true;
      },
      keypress: () => true,
    },
    scrollMargin: 48,
    scrollThreshold: 24,
  });
  leaveSelectionUnread(view.dom);

  function usualUnit(): SnapUnit {
    return host.props().selectionUnit ?? 'word';
  }

  /** After a key of its own (Home, Up) the browser tells of the new selection later; a quick next key, or whoever asks, must not go on from the old one. */
  function hearSelection(): void {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
    if (!view.hasFocus() || !anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) return;
    if (!isInText(anchorNode) || !isInText(focusNode)) return;
    const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
    const known = view.state.selection;
    if (anchor === known.anchor && head === known.head) return;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor, head)));
  }

  /** What lies beside the letters of a paragraph has no place in the document. */
  const isInText = (node: Node): boolean =>
    view.dom.contains(node) && (node instanceof Text || (node instanceof Element && node.classList.contains(styles.text ?? '')));

  function selection(): Selected {
    const { anchor, head } = view.state.selection;
    return { anchor: toOffset(article.lines, anchor), head: toOffset(article.lines, head) };
  }

  function selectedText(): string {
    const { start, end } = ordered(selection());
    return article.text.slice(start, end);
  }

  function select({ anchor, head }: Selected, how: Selecting): void {
    const range = TextSelection.create(view.state.doc, toPosition(article.lines, anchor), toPosition(article.lines, head));
    const transaction = view.state.tr.setSelection(range).setMeta(silent, how.silent).setMeta(snapUnit, how.unit);
    view.dispatch(how.scroll === true ? transaction.scrollIntoView() : transaction);
  }

  function tell(selected: Span | null, additive: boolean): void {
    if (!selected && !told) return;
    told = selected !== null;
    host.props().onSelect(selected && { span: selected, additive });
  }

  function moveByKey(event: KeyboardEvent): boolean {
    hearSelection();
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.code === 'KeyA') {
      select(selectAll(article, selection()), { silent: false });
      return true;
    }
    const motion = motionFor(event, article, selection(), host.direction(lineAt(article.lines, selection().head)));
    if (motion) select(motion.to, { silent: false, unit: motion.unit ?? usualUnit(), scroll: true });
    return motion !== null;
  }

  return {
    dom: view.dom,
    focus: () => view.focus(),
    selection() {
      hearSelection();
      return selection();
    },
    unit: usualUnit,
    select,
    tell,
    refresh: () => view.updateState(view.state),
    destroy: () => view.destroy(),
  };
}

/** `aria-readonly` on an editable element is ignored by Chromium: the description has to say that the text is locked. */
const attributesOf = ({ ariaLabel, ariaDescription }: Pick<ArticleEditorProps, 'ariaLabel' | 'ariaDescription'>) => ({
  class: styles.editor ?? '',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': ariaLabel,
  'aria-description': ariaDescription,
  spellcheck: 'false',
  autocorrect: 'off',
  autocapitalize: 'off',
  inputmode: 'none',
});
