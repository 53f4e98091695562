import { type LanePattern } from '../../../shared/model/schema.ts';
import { laneStrokes } from '../../editor/lane-pattern.ts';

/** CSS pixels. */
const width = 34;
const middle = 6;

/** A piece of lane in `--ink`. */
export const PatternSample = ({ pattern, name }: { readonly pattern: LanePattern; readonly name: string }) => (
  <svg width={width} height={2 * middle} role="img" aria-label={name}>
    {laneStrokes[pattern].map(({ shift, width: thickness, dashes }) => (
      <line
        key={shift}
        x1={0}
        x2={width}
        y1={middle + shift}
        y2={middle + shift}
        stroke="var(--ink)"
        strokeWidth={thickness}
        strokeDasharray={dashes.join(' ')}
      />
    ))}
  </svg>
);
