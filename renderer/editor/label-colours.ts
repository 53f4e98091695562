import { type Schema } from '../../shared/model/schema.ts';
import { inkOf, tintOf } from '../ui/label-colours.ts';

/** Sets `--ink-<index>` and `--tint-<index>` for every Label of the Schema: what is drawn into a text names its Label by place. */
export function setLabelColours(target: HTMLElement, schema: Schema): void {
  schema.labels.forEach((label, index) => {
    target.style.setProperty(`--ink-${index}`, inkOf(label));
    target.style.setProperty(`--tint-${index}`, tintOf(label));
  });
}
