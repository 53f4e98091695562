import { type LanePattern } from '../../../shared/model/schema.ts';
import { LaneLines } from '../../editor/LaneLines.tsx';

/** CSS pixels. */
const width = 34;
const middle = 6;

/** A piece of lane in `--ink`. */
export const PatternSample = ({ pattern, name }: { readonly pattern: LanePattern; readonly name: string }) => (
  <svg width={width} height={2 * middle} role="img" aria-label={name}>
    <LaneLines pattern={pattern} width={width} middle={middle} />
  </svg>
);
