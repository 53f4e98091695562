import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { articleText } from './article-text.ts';
import { type Border, borderDrag, type BorderDragHost } from './border-drag.ts';
import { clickCount } from './click-count.ts';
import { createConnectorLayer, type Connector } from './connector-layer.ts';
import { type DragPoint, followDrag } from './drag.ts';
import { createDragPreview } from './drag-preview.ts';
import { drawOver, drawUnder } from './drawing.ts';
import { annotationOfSign, annotationsAt, borderOfHandle, signsAt } from './drawn-under-pointer.ts';
import { focusConnectors } from './focus-connectors.ts';
import { type ArticleEditorProps, type EditorHandle, type PressedPlace } from './editor-contract.ts';
import { hitTest } from './hit.ts';
import { followHover } from './hover.ts';
import { setLabelColours } from './label-colours.ts';
import { usualLineHeight } from './lanes.ts';
import { linkDrag, type LinkDragHost } from './link-drag.ts';
import { watchLayout } from './layout-watch.ts';
import { linkLead } from './link-lead.ts';
import { createLockedView } from './locked-view.ts';
import { onLongPress } from './long-press.ts';
import { createPainter } from './painter.ts';
import { lineAt } from './positions.ts';
import { isAskedByKey, placeAt, placeAtCaret, type PlaceParts } from './pressed-place.ts';
import { pressCycle } from './press-cycle.ts';
import { reveal } from './reveal.ts';
import { createScene } from './scene.ts';
import { ordered, textDrag, type TextDragHost } from './text-drag.ts';
import { textLayouts } from './text-layout.ts';
import { lastLine, rectanglesOf } from './text-rectangles.ts';
import { shownDirection, turnParagraphs } from './turn-paragraphs.ts';

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
  let cancelDrag = (): void => {};
  let forgetPreview = 0;
  let lead: Connector | null = null;

  const layouts = textLayouts(container, article);
  const painter = createPainter({
    look: (paragraph) => scene.picture(paragraph.line, layouts.of(paragraph)),
    draw: (paragraph, picture) => {
      drawUnder(paragraph.under, picture);
      drawOver(paragraph.over, picture, { digits: scene.digits, invisibles: props.invisibles ?? new Map() });
      hover.drawn(paragraph);
    },
  });
  const connectors = createConnectorLayer(container, () => [
    ...focusConnectors(props, { article, painter, scene, layout: layouts.of }),
    ...(lead ? [lead] : []),
  ]);
  const preview = createDragPreview(container, (span) => rectanglesOf(span, article, painter));
  const hit = hitTest(article, painter.paragraphs, layouts.of);
  const parts: PlaceParts = { article, hit, painter, scene };
  const view = createLockedView(container, article, {
    paragraphs: {
      onShown: (paragraph) => {
        painter.shown(paragraph);
        connectors.touch();
        preview.touch();
      },
    },
    props: () => props,
    onPress,
    direction: shownDirection({ article, painter }),
  });
  const hover = followHover(view.dom, {
    at: (event) => signOf(event) ?? idsAt(event.clientX, event.clientY)[0] ?? null,
    paragraphsOf: (id) => scene.linesOf(id).flatMap((line) => painter.paragraph(line) ?? []),
  });
  view.dom.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (isAskedByKey(event)) return offerMenu(placeAtCaret(view.selection().head, parts));
    if (!isOnSelection(event)) putCaret(event.clientX, event.clientY);
    offerMenu(placeUnder(event));
  });

  /** The browser's own selecting is kept out; the other button takes the caret along when its menu is asked for. */
  function onPress(event: MouseEvent): void {
    event.preventDefault();
    if (event.button !== 0) return;
    view.focus();
    cancelDrag();
    // Two clicks, Shift and Ctrl mean the text: a word, a selection that goes on, one more piece.
    const isOfText = event.detail > 1 || event.shiftKey || event.ctrlKey || event.metaKey;
    const border = !isOfText && event.target instanceof HTMLElement && borderOfHandle(event.target, painter, scene);
    const sign = signOf(event);
    const signed = sign === null ? undefined : scene.annotation(sign);
    if (border) cancelDrag = followDrag(view.dom, event, borderDrag(event, border, borderHost(border)));
    else if (signed) cancelDrag = followDrag(view.dom, event, linkDrag(event, signed.id, linkHost(signed, event)));
    else {
      const stopDrag = followDrag(view.dom, event, textDrag(event, textHost));
      const stopWaiting = onLongPress(event, () => offerOverlap(event) && stopDrag());
      cancelDrag = () => {
        stopWaiting();
        stopDrag();
      };
    }
  }

  const idsAt = (x: number, y: number): readonly AnnotationId[] => annotationsAt(x, y, hit, painter, scene).map(({ id }) => id);

  /** The Annotation whose badge or number the event fell on. */
  function signOf({ target }: Event): AnnotationId | null {
    return target instanceof HTMLElement ? annotationOfSign(target) : null;
  }

  /** Nothing is selected any more. */
  function putCaret(x: number, y: number): void {
    const caret = hit.caret(x, y);
    if (caret !== null) view.select({ anchor: caret, head: caret }, { silent: true });
    view.tell(null, false);
  }

  function isOnSelection({ clientX, clientY }: MouseEvent): boolean {
    const { start, end } = ordered(view.selection());
    const letter = start < end ? hit.text(clientX, clientY, 'grapheme') : null;
    return letter !== null && start <= letter.start && letter.end <= end;
  }

  const placeUnder = ({ clientX: x, clientY: y }: MouseEvent): PressedPlace | null => placeAt({ x, y }, parts);

  function offerMenu(place: PressedPlace | null): void {
    if (place) props.onMenu?.(place);
  }

  /** Lets the person choose among several Annotations in one place; for the only one, a long press is no reason to stop a drag. */
  function offerOverlap(event: MouseEvent): boolean {
    const place = placeUnder(event);
    const isOverlap = place !== null && place.annotations.length > 1;
    if (isOverlap) offerMenu(place);
    return isOverlap;
  }

  const textHost: TextDragHost = {
    article,
    hit,
    clicks: clickCount(),
    unit: view.unit,
    selection: view.selection,
    preview: preview.show,
    show: (selected) => view.select(selected, { silent: true }),
    report: view.tell,
    press: pressText,
  };

  function pressText(x: number, y: number): void {
    putCaret(x, y);
    props.onPress(presses.next(annotationsAt(x, y, hit, painter, scene), props.focused));
  }

  const linkHost = (from: Annotation, press: MouseEvent): LinkDragHost => {
    const leadTo = linkLead(container, press, scene.labelIndex(from));
    const at = ({ x, y }: DragPoint): readonly AnnotationId[] => {
      const signs = signsAt(x, y);
      return signs.length > 0 ? signs : idsAt(x, y);
    };
    return {
      lead(to) {
        lead = to && leadTo(to);
        hover.raise(to ? (at(to)[0] ?? null) : null);
        connectors.touch();
      },
      press: () => props.onPress(from.id),
      at,
      linked: (to) => props.onLinkDrag?.(from.id, to),
    };
  };

  const borderHost = ({ annotation, piece, edge }: Border): BorderDragHost => ({
    hit,
    unit: view.unit,
    preview: showPreview,
    moved(offset) {
      forgetPreview = window.setTimeout(() => showPreview(null), patience);
      props.onMoveBorder(annotation.id, piece, edge, offset);
    },
    press: pressText,
  });

  function showPreview(annotation: Annotation | null): void {
    window.clearTimeout(forgetPreview);
    painter.touch(scene.preview(annotation));
  }

  function applyAppearance(): void {
    container.style.setProperty('--reading-size', `${props.readingSize}px`);
    container.style.setProperty('--line-height', String(props.lineHeight ?? usualLineHeight));
    setLabelColours(container, props.schema);
  }

  function relayout(): void {
    layouts.forget();
    hit.forget();
    painter.touchAll();
    connectors.touch();
    preview.touch();
  }

  applyAppearance();
  turnParagraphs(parts, first.directions);
  painter.touch(scene.update(first));
  const stopWatching = watchLayout(view.dom, { broken: relayout, resized: connectors.touch });

  return {
    text: article.text,
    handle: {
      focus: view.focus,
      select(span) {
        view.select({ anchor: span.start, head: span.end }, { silent: true });
        view.tell(span.start < span.end ? span : null, false);
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
      const isRelaid =
        previous.readingSize !== next.readingSize || previous.lineHeight !== next.lineHeight || previous.readingFont !== next.readingFont;
      if (previous.schema !== next.schema || isRelaid) applyAppearance();
      const isTurned = previous.directions !== next.directions && turnParagraphs(parts, next.directions, previous.directions);
      if (isRelaid || isTurned) relayout();
      if (previous.ariaLabel !== next.ariaLabel || previous.ariaDescription !== next.ariaDescription) view.refresh();
      painter.touch(scene.update(next));
      connectors.touch();
    },
    destroy() {
      cancelDrag();
      window.clearTimeout(forgetPreview);
      stopWatching();
      hover.destroy();
      connectors.destroy();
      preview.destroy();
      painter.destroy();
      view.destroy();
    },
  };
}
