import { describe, expect, it } from 'vitest';
import { connectorPath, nearestEnds } from '../../../renderer/editor/connector-path.ts';
import { annotation } from './annotations.ts';

describe('nearestEnds', () => {
  const quote = annotation('quote', 'QUOTE', [20, 40], [60, 80]);

  it('of what stands before, between or after is told by offsets, so that a torn-apart line cannot reverse it', () => {
    expect(nearestEnds(quote, annotation('before', 'SPEAKER', [5, 10]))).toMatchObject({ from: { piece: 0, edge: 'start' }, to: { edge: 'end' } });
    expect(nearestEnds(quote, annotation('between', 'CUE', [43, 50]))).toMatchObject({ from: { piece: 0, edge: 'end' }, to: { edge: 'start' } });
    expect(nearestEnds(quote, annotation('after', 'SPEAKER', [90, 95]))).toMatchObject({ from: { piece: 1, edge: 'end' }, to: { edge: 'start' } });
  });
});

describe('connectorPath', () => {
  it('rises above its line, and goes from line to line through the space between', () => {
    expect(connectorPath({ x: 100, top: 10, bottom: 40 }, { x: 30, top: 10, bottom: 40 })).toBe('M100 14C100 1 30 1 30 14');
    expect(connectorPath({ x: 100, top: 110, bottom: 140 }, { x: 30, top: 10, bottom: 40 })).toBe('M100 114C100 75 30 75 30 36');
  });
});
