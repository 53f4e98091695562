import { type AnnotationId } from '../../shared/model/id.ts';
import { type Drag, type DragPoint, still } from './drag.ts';

export interface LinkDragHost {
  /** Shows a line from the badge to the pointer; `null` takes it away. */
  lead(to: DragPoint | null): void;
  /** The badge was only pressed. */
  press(): void;
  /** What lies at a point in viewport pixels, innermost first. */
  at(point: DragPoint): readonly AnnotationId[];
  linked(to: readonly AnnotationId[]): void;
}

/** Dragging the badge of an Annotation onto others that it is to be linked with. */
export function linkDrag(press: MouseEvent, from: AnnotationId, host: LinkDragHost): Drag {
  let to: DragPoint | null = null;
  return {
    move(point) {
      if (!to && Math.hypot(point.x - press.clientX, point.y - press.clientY) <= still) return;
      to = point;
      host.lead(point);
    },
    drop() {
      host.lead(null);
      if (!to) return host.press();
      const targets = host.at(to).filter((id) => id !== from);
      if (targets.length > 0) host.linked(targets);
    },
    cancel: () => host.lead(null),
  };
}
