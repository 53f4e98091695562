import { type Annotation } from '../../shared/model/annotation.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { articleText } from './article-text.ts';
import { type Border, borderDrag, type BorderDragHost } from './border-drag.ts';
import { followDrag } from './drag.ts';
import { drawOver, drawUnder } from './drawing.ts';
import { annotationOfSign, annotationsAt, borderOfHandle } from './drawn-under-pointer.ts';
import { type ArticleEditorProps, type EditorHandle } from './editor-contract.ts';
import { hitTest } from './hit.ts';
import { setLabelColours } from './label-colours.ts';
import { createLockedView } from './locked-view.ts';
import { createPainter } from './painter.ts';
import { type ParagraphView } from './paragraph-view.ts';
import { type LineLayout } from './picture.ts';
import { lineAt } from './positions.ts';
import { pressCycle } from './press-cycle.ts';
import { reveal } from './reveal.ts';
import { createScene } from './scene.ts';
import { textDrag, type TextDragHost } from './text-drag.ts';
import { type FontMetrics, fontMetrics, layoutOf } from './text-layout.ts';
import { lastLine, rectanglesOf } from './text-rectangles.ts';

/** The marking surface of one text, without React. */
export interface ArticleView {
  readonly text: string;
  readonly handle: EditorHandle;
  /** New props for the same text. */
  update(props: ArticleEditorProps): void;
  destroy(): void;
}

/** How long a dropped border is shown where it was dropped, in milliseconds, if nobody moves it there. */
const patience = 300;

export function createArticleView(container: HTMLElement, first: ArticleEditorProps): ArticleView {
  const article = articleText(first.text);
  const scene = createScene(article, first);
  const presses = pressCycle();
  let props = first;
  let metrics: FontMetrics | null = null;
  let cancelDrag = (): void => {};
  let forgetPreview = 0;

  const layout = (paragraph: ParagraphView): LineLayout =>
    layoutOf(paragraph, (metrics ??= fontMetrics(container)), (offset) => article.cluster(paragraph.line, offset));
  const painter = createPainter({
    look: (paragraph) => scene.picture(paragraph.line, layout(paragraph)),
    draw: (paragraph, picture) => {
      paragraph.under.replaceChildren(...drawUnder(picture));
      paragraph.over.replaceChildren(...drawOver(picture, scene.digits));
    },
  });
  const hit = hitTest(article, painter.paragraphs, layout);
  const view = createLockedView(container, article, {
    paragraphs: { onShown: painter.shown },
    props: () => props,
    onPress,
  });

  /** The browser's own selecting is kept out; buttons other than the first leave the selection as it is. */
  function onPress(event: MouseEvent): void {
    event.preventDefault();
    if (event.button !== 0) return;
    view.focus();
    cancelDrag();
    const target = event.target instanceof HTMLElement ? event.target : null;
    const border = target && borderOfHandle(target, painter, scene);
    const sign = target && annotationOfSign(target);
    if (border) cancelDrag = followDrag(view.dom, event, borderDrag(event, border, borderHost(border)));
    else if (sign !== null) props.onPress(sign);
    else cancelDrag = followDrag(view.dom, event, textDrag(event, textHost));
  }

  const textHost: TextDragHost = {
    article,
    hit,
    selection: view.selection,
    show: (selected) => view.select(selected, { silent: true }),
    report: view.tell,
    press(x, y) {
      const caret = hit.caret(x, y);
      if (caret !== null) view.select({ anchor: caret, head: caret }, { silent: true });
      view.tell(null, false);
      props.onPress(presses.next(annotationsAt(x, y, hit, painter, scene), props.focused));
    },
  };

  const borderHost = ({ annotation, piece, edge }: Border): BorderDragHost => ({
    hit,
    preview: showPreview,
    moved(offset) {
      forgetPreview = window.setTimeout(() => showPreview(null), patience);
      props.onMoveBorder(annotation.id, piece, edge, offset);
    },
  });

  function showPreview(annotation: Annotation | null): void {
    window.clearTimeout(forgetPreview);
    painter.touch(scene.preview(annotation));
  }

  function applyAppearance(): void {
    container.style.setProperty('--reading-size', `${props.readingSize}px`);
    setLabelColours(container, props.schema);
  }

  function relayout(): void {
    metrics = null;
    hit.forget();
    painter.touchAll();
  }

  applyAppearance();
  painter.touch(scene.update(first));
  const stopWatching = watchLayout(view.dom, relayout);

  return {
    text: article.text,
    handle: {
      focus: view.focus,
      select(span) {
        view.select({ anchor: span.start, head: span.end }, { silent: true });
        view.tell(span.start < span.end ? span : null, false);
      },
      clearSelection() {
        const { head } = view.selection();
        view.select({ anchor: head, head }, { silent: true });
        view.tell(null, false);
      },
      reveal(span) {
        const paragraph = painter.paragraph(lineAt(article.lines, span.start));
        if (paragraph) reveal(paragraph.dom, () => rectanglesOf(span, article, painter)[0] ?? null);
      },
      caret: () => utf16(view.selection().head),
      rectangle: (span) => lastLine(rectanglesOf(span, article, painter)),
    },
    update(next) {
      const previous = props;
      props = next;
      if (previous.annotations !== next.annotations) showPreview(null);
      if (previous.schema !== next.schema || previous.readingSize !== next.readingSize) applyAppearance();
      if (previous.readingSize !== next.readingSize) relayout();
      if (previous.ariaLabel !== next.ariaLabel || previous.ariaDescription !== next.ariaDescription) view.refresh();
      painter.touch(scene.update(next));
    },
    destroy() {
      cancelDrag();
      window.clearTimeout(forgetPreview);
      stopWatching();
      painter.destroy();
      view.destroy();
    },
  };
}

/** Calls back when lines may break elsewhere: another width, another font. Height alone changes all the time while paragraphs are scrolled to. */
function watchLayout(dom: HTMLElement, changed: () => void): () => void {
  let width = dom.clientWidth;
  const resizing = new ResizeObserver(() => {
    if (dom.clientWidth === width) return;
    width = dom.clientWidth;
    changed();
  });
  resizing.observe(dom);
  document.fonts.addEventListener('loadingdone', changed);
  return () => {
    resizing.disconnect();
    document.fonts.removeEventListener('loadingdone', changed);
  };
}
