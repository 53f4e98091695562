import { type LabelId } from '../../shared/model/id.ts';
import { labelDef, type Schema } from '../../shared/model/schema.ts';
import { labelStyle } from '../ui/LabelSign.tsx';
import { LaneLines } from './LaneLines.tsx';

/** CSS pixels. */
const width = 28;
const middle = 4;

/** A piece of the lane that the label is drawn with in the text. */
export function LanePreview({ schema, label }: { readonly schema: Schema; readonly label: LabelId }) {
  const pattern = labelDef(schema, label)?.pattern;
  return (
    <svg width={width} height={2 * middle} style={labelStyle(schema, label)} aria-hidden>
      {pattern && <LaneLines pattern={pattern} width={width} middle={middle} />}
    </svg>
  );
}
