import { type LanePattern } from '../../shared/model/schema.ts';
import { laneStrokes } from './lane-pattern.ts';

interface LaneLinesProps {
  readonly pattern: LanePattern;
  /** CSS pixels: how long the piece is, and the height that its middle stands at. */
  readonly width: number;
  readonly middle: number;
}

/** The lines of a piece of lane in `--ink`, for an `svg` around them. */
export const LaneLines = ({ pattern, width, middle }: LaneLinesProps) =>
  laneStrokes[pattern].map(({ shift, width: thickness, dashes }) => (
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
  ));
