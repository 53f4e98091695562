import { type Schema } from '../../shared/model/schema.ts';
import { type Span } from '../../shared/text/offsets.ts';
import { articleText } from './article-text.ts';
import { type Anchor } from './connector-path.ts';
import { clickCount } from './click-count.ts';
import { createConnectorLayer } from './connector-layer.ts';
import { followDrag, scrollPane } from './drag.ts';
import { createDragPreview } from './drag-preview.ts';
import { hitTest } from './hit.ts';
import { setLabelColours } from './label-colours.ts';
import { watchLayout } from './layout-watch.ts';
import { createLockedView } from './locked-view.ts';
import { onLine } from './marks.ts';
import { createPainter } from './painter.ts';
import { paragraphAt } from './paragraph-at.ts';
import { lineAt } from './positions.ts';
import { reveal } from './reveal.ts';
import { type ReviewMark, type ReviewPlace, type ReviewSign, type ReviewStretch, type ReviewTextHandle, type ReviewTextProps } from './review-contract.ts';
import { createFlash } from './review-flash.ts';
import { drawReviewOver, drawReviewUnder } from './review-drawing.ts';
import { lanesNeeded, linesOf, marksByLine, reviewLanes, reviewLineHeight } from './review-lanes.ts';
import { type ReviewPicture, reviewPicture } from './review-picture.ts';
import { textDrag, type TextDragHost } from './text-drag.ts';
import { textLayouts } from './text-layout.ts';
import { rectanglesOf } from './text-rectangles.ts';
import { shownDirection, turnParagraphs } from './turn-paragraphs.ts';

/** The text under review, without React. */
export interface ReviewView {
  readonly text: string;
  readonly handle: ReviewTextHandle;
  update(props: ReviewTextProps): void;
  destroy(): void;
}

/** CSS pixels below the letters in which a press still means what is drawn there. */
const reach = 16;
/** Frames in which a place is looked for that another text shows. */
const attempts = 24;

export function createReviewView(container: HTMLElement, first: ReviewTextProps): ReviewView {
  const article = articleText(first.text);
  let props = first;
  let labels = labelIndex(first.schema);
  let byLine = marksByLine(article.lines, first.marks);
  let numbers = numberFormat(first.language);
  let cancelDrag = (): void => {};
  /** Where the pane was brought by another text, CSS pixels from its top: that is not told on. */
  let ledTo: number | null = null;
  /** The frame in which it is brought further on. */
  let leading = 0;
  /** Lanes that lines were set apart for: more readers need more, and no decision takes any back. */
  let lanes = lanesNeeded(article.lines, first.marks).below;

  const layouts = textLayouts(container, article);
  const label = ({ label: id }: Pick<ReviewMark, 'label'>) => {
    const found = labels.get(id);
    if (!found) throw new Error(`label ${id} is not in schema ${props.schema.id} ${props.schema.version}`);
    return found;
  };
  const touches = (line: Span) => ({ start, end }: Span): boolean => start < line.end && end > line.start;
  const painter = createPainter<ReviewPicture>({
    look(paragraph) {
      const line = article.line(paragraph.line);
      return reviewPicture(layouts.of(paragraph), {
        line,
        lanes: reviewLanes(byLine.get(paragraph.line) ?? []),
        signs: props.signs.filter(({ at }) => touches(line)(at)),
        stretches: props.stretches.filter(({ span }) => touches(line)(span)),
        focused: props.focused,
        settled: props.settled,
        draft: props.draft,
        label,
      });
    },
    draw(paragraph, picture) {
      paragraph.under.replaceChildren(...drawReviewUnder(picture));
      paragraph.over.replaceChildren(...drawReviewOver(picture, (value) => numbers.format(value)));
    },
  });
  const connectors = createConnectorLayer(container, () =>
    props.arcs.flatMap(({ from, to, label: id, isOpen }) => {
      const [start, end] = [anchor(from[0]), anchor(to[0])];
      return start && end ? [{ from: start, to: end, label: label({ label: id }).index, loose: isOpen }] : [];
    }),
  );
  const preview = createDragPreview(container, (span) => rectanglesOf(span, article, painter));
  const flash = createFlash(container, (span) => rectanglesOf(span, article, painter));
  const hit = hitTest(article, painter.paragraphs, layouts.of);
  const view = createLockedView(container, article, {
    paragraphs: {
      onShown: (paragraph) => {
        painter.shown(paragraph);
        connectors.touch();
        preview.touch();
        flash.touch();
      },
    },
    props: () => props,
    direction: shownDirection({ article, painter }),
    onPress(event) {
      event.preventDefault();
      if (event.button !== 0) return;
      view.focus();
      cancelDrag();
      const sign = event.target instanceof HTMLElement ? event.target.dataset['case'] : undefined;
      if (sign !== undefined) return props.onPress(sign);
      cancelDrag = followDrag(view.dom, event, textDrag(event, dragHost));
    },
  });

  const dragHost: TextDragHost = {
    article,
    hit,
    clicks: clickCount(),
    unit: view.unit,
    selection: view.selection,
    preview: preview.show,
    show: (selected) => view.select(selected, { silent: true }),
    report: view.tell,
    press(x, y) {
      const caret = hit.caret(x, y);
      if (caret !== null) view.select({ anchor: caret, head: caret }, { silent: true });
      view.tell(null, false);
      props.onPress(caseAt(x, y));
    },
  };

  /** Of the cases at a point the one after that which has the focus; the innermost, drawn last, first. */
  function caseAt(x: number, y: number): string | null {
    const paragraph = hit.paragraph(y);
    const picture = paragraph && painter.picture(paragraph.line);
    if (!paragraph || !picture) return null;
    const { left, top } = paragraph.dom.getBoundingClientRect();
    const found = picture.hits.filter(({ boxes }) =>
      boxes.some((box) => x - left >= box.left && x - left <= box.right && y - top >= box.top && y - top <= box.bottom + reach),
    );
    const keys = [...new Set(found.map(({ case: key }) => key).reverse())];
    return keys[(keys.indexOf(props.focused ?? '') + 1) % Math.max(1, keys.length)] ?? null;
  }

  function anchor(whole: Span | undefined): Anchor | null {
    if (!whole) return null;
    const line = lineAt(article.lines, whole.start);
    const paragraph = painter.paragraph(line);
    const part = onLine(whole, article.line(line));
    if (!paragraph || !part) return null;
    const box = paragraph.dom.getBoundingClientRect();
    const at = paragraph.skipped ? null : layouts.of(paragraph).edge(part, 'start');
    return at ? { x: box.left + at.x, top: box.top + at.top, bottom: box.top + at.bottom } : { x: box.left + box.width / 2, top: box.top, bottom: box.bottom };
  }

  function applyAppearance(): void {
    container.style.setProperty('--reading-size', `${props.readingSize}px`);
    container.style.setProperty('--line-height', String(reviewLineHeight(lanes, props.readingSize)));
    setLabelColours(container, props.schema);
  }

  function relayout(): void {
    layouts.forget();
    hit.forget();
    painter.touchAll();
    connectors.touch();
    preview.touch();
    flash.touch();
  }

  const pane = scrollPane(container);
  const onScroll = (): void => {
    connectors.touch();
    flash.touch();
    if (pane.scrollTop !== ledTo) props.onScroll?.(placeAtTop());
    ledTo = null;
  };
  /** Paragraphs that were never drawn have a guessed height: what is put right on the way is followed for some frames. */
  function bringTo(place: ReviewPlace, left: number): void {
    cancelAnimationFrame(leading);
    const paragraph = painter.paragraph(place.line);
    if (!paragraph) return;
    const { top, height } = paragraph.dom.getBoundingClientRect();
    const by = top + place.part * height - pane.getBoundingClientRect().top;
    const before = pane.scrollTop;
    if (Math.abs(by) >= 1) pane.scrollTop += by;
    // At its end a pane stays where it is, and tells nothing.
    if (pane.scrollTop !== before) ledTo = pane.scrollTop;
    if (left > 1) leading = requestAnimationFrame(() => bringTo(place, left - 1));
  }
  function placeAtTop(): ReviewPlace {
    const edge = pane.getBoundingClientRect().top;
    const at = paragraphAt(painter.paragraphs(), edge);
    if (!at) return { line: 0, part: 0 };
    const { top, height } = at.dom.getBoundingClientRect();
    return { line: at.line, part: (edge - top) / Math.max(1, height) };
  }

  applyAppearance();
  turnParagraphs({ article, painter }, first.directions);
  painter.touchAll();
  connectors.touch();
  const stopWatching = watchLayout(view.dom, { broken: relayout, resized: connectors.touch });
  pane.addEventListener('scroll', onScroll, { passive: true });

  return {
    text: article.text,
    handle: {
      focus: view.focus,
      reveal(span) {
        const paragraph = painter.paragraph(lineAt(article.lines, span.start));
        if (paragraph) reveal(paragraph.dom, () => rectanglesOf(span, article, painter)[0] ?? null, pane);
      },
      flash: flash.show,
      scrollTo: (place) => bringTo(place, attempts),
    },
    update(next) {
      const previous = props;
      props = next;
      if (previous.schema !== next.schema) labels = labelIndex(next.schema);
      if (previous.language !== next.language) numbers = numberFormat(next.language);
      const wanted = previous.marks === next.marks ? lanes : Math.max(lanes, lanesNeeded(article.lines, next.marks).below);
      const isSpread = wanted > lanes;
      lanes = wanted;
      const isRelaid = isSpread || previous.readingSize !== next.readingSize || previous.readingFont !== next.readingFont;
      if (isRelaid || previous.schema !== next.schema) applyAppearance();
      const isTurned = previous.directions !== next.directions && turnParagraphs({ article, painter }, next.directions, previous.directions);
      if (isRelaid || isTurned) relayout();
      if (previous.ariaLabel !== next.ariaLabel || previous.ariaDescription !== next.ariaDescription) view.refresh();
      if (previous.schema !== next.schema || previous.language !== next.language) painter.touchAll();
      painter.touch(changedLines(previous, next));
      if (previous.marks !== next.marks) byLine = marksByLine(article.lines, next.marks);
      connectors.touch();
    },
    destroy() {
      cancelDrag();
      cancelAnimationFrame(leading);
      stopWatching();
      pane.removeEventListener('scroll', onScroll);
      preview.destroy();
      flash.destroy();
      connectors.destroy();
      painter.destroy();
      view.destroy();
    },
  };

  /** Lines that show something else than before: of cases whose drawing differs. */
  function changedLines(before: ReviewTextProps, now: ReviewTextProps): ReadonlySet<number> {
    const changed = new Set<number>();
    const add = (spans: readonly Span[]): void => spans.forEach((one) => linesOf(article.lines, one).forEach((line) => changed.add(line)));
    const differing = <One>(a: readonly One[], b: readonly One[], name: (one: One) => string): readonly One[] => {
      if (a === b) return [];
      const [was, is] = [new Set(a.map(name)), new Set(b.map(name))];
      return [...a.filter((one) => !is.has(name(one))), ...b.filter((one) => !was.has(name(one)))];
    };
    for (const { spans } of differing(before.marks, now.marks, markName)) add(spans);
    for (const { at } of differing(before.signs, now.signs, signName)) add([at]);
    for (const { span } of differing(before.stretches, now.stretches, stretchName)) add([span]);
    if (before.draft !== now.draft) add([...before.draft, ...now.draft]);
    const raised = before.focused === now.focused ? [] : [before.focused, now.focused];
    const settled = before.settled === now.settled ? [] : [...before.settled, ...now.settled].filter((key) => before.settled.has(key) !== now.settled.has(key));
    const keys = new Set([...raised, ...settled]);
    if (keys.size > 0) for (const mark of now.marks) if (keys.has(mark.case)) add(mark.spans);
    return changed;
  }
}

const markName = ({ case: key, label, spans, row }: ReviewMark): string => `${key} ${label} ${row} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;
const signName = ({ case: key, at, sign, kind }: ReviewSign): string => `${key} ${at.start} ${sign} ${kind}`;
const stretchName = ({ case: key, span }: ReviewStretch): string => `${key} ${span.start}-${span.end}`;

const labelIndex = ({ labels }: Schema) => new Map(labels.map((label, index) => [label.id, { index, label }] as const));
const numberFormat = (language: ReviewTextProps['language']): Intl.NumberFormat => new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en', { useGrouping: false });
