import { type CSSProperties } from 'react';
import { lanePitch, laneStrokes, type Stroke } from '../../editor/lane-pattern.ts';
import { type Segment } from './sheet.ts';

const stripes = ({ dashes }: Stroke, ink: string): { readonly image: string; readonly period: string } => {
  if (dashes.length === 0) return { image: `linear-gradient(${ink}, ${ink})`, period: '100%' };
  let at = 0;
  const stops = dashes.map((length, index) => {
    const from = at;
    at += length;
    return `${index % 2 === 0 ? ink : 'transparent'} ${from}px ${at}px`;
  });
  return { image: `linear-gradient(90deg, ${stops.join(', ')})`, period: `${at}px` };
};

/**
 * The lanes of a segment as backgrounds below its letters: without scripts there is nothing that could measure lines and draw under them.
 * Padding below an inline box moves no line, and letters stay joined over its borders.
 */
export function laneBackground({ lanes }: Segment): CSSProperties {
  const room = lanes.length * lanePitch;
  const layers = lanes.flatMap((label, lane) =>
    label === null
      ? []
      : laneStrokes[label.pattern].map((stroke) => {
          const below = room - (lane + 0.5) * lanePitch - stroke.shift - stroke.width / 2;
          return { ...stripes(stroke, label.colour.light.ink), height: stroke.width, below };
        }),
  );
  if (layers.length === 0) return {};
  return {
    paddingBlockEnd: room,
    backgroundImage: layers.map(({ image }) => image).join(', '),
    backgroundSize: layers.map(({ period, height }) => `${period} ${height}px`).join(', '),
    backgroundPosition: layers.map(({ below }) => `0 calc(100% - ${below}px)`).join(', '),
    backgroundRepeat: 'repeat-x',
  };
}
