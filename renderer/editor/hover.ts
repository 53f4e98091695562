import { type AnnotationId } from '../../shared/model/id.ts';
import { type ParagraphView } from './paragraph-view.ts';

export interface HoverHost {
  /** The Annotation under the pointer, the innermost of several. */
  at(event: MouseEvent): AnnotationId | null;
  /** The paragraphs with a piece of it. */
  paragraphsOf(id: AnnotationId): readonly ParagraphView[];
}

/** Raises the lane and the badge under the pointer and dims the others beside them: by attributes, so that nothing is drawn again. */
export interface Hover {
  raise(id: AnnotationId | null): void;
  /** A paragraph has been drawn anew, without attributes. */
  drawn(paragraph: ParagraphView): void;
  destroy(): void;
}

export function followHover(dom: HTMLElement, host: HoverHost): Hover {
  let raised: AnnotationId | null = null;
  const ending = new AbortController();

  const raise = (id: AnnotationId | null): void => {
    if (id === raised) return;
    if (raised !== null) for (const paragraph of host.paragraphsOf(raised)) mark(paragraph, null);
    raised = id;
    if (id !== null) for (const paragraph of host.paragraphsOf(id)) mark(paragraph, id);
  };
  dom.addEventListener('mousemove', (event) => event.buttons === 0 && raise(host.at(event)), { signal: ending.signal });
  dom.addEventListener('mouseleave', () => raise(null), { signal: ending.signal });

  return {
    raise,
    drawn(paragraph) {
      const holds = raised !== null && host.paragraphsOf(raised).includes(paragraph);
      mark(paragraph, holds ? raised : null);
    },
    destroy: () => ending.abort(),
  };
}

function mark({ under, over }: ParagraphView, raised: AnnotationId | null): void {
  for (const layer of [under, over]) {
    if (raised === null && !layer.hasAttribute('data-dimmed')) continue;
    layer.toggleAttribute('data-dimmed', raised !== null);
    for (const one of layer.querySelectorAll<HTMLElement | SVGElement>('[data-of], [data-annotation]')) {
      const of = one.dataset['of'] ?? one.dataset['annotation'];
      one.toggleAttribute('data-raised', raised !== null && of === raised);
    }
  }
}
