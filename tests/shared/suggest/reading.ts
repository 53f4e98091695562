import { readFileSync } from 'node:fs';
import cues from '../../../seeds/cues.json' with { type: 'json' };
import { inProject } from '../../../build/project.mjs';
import { cueFinder } from '../../../shared/suggest/cues.ts';
import { type Span } from '../../../shared/text/offsets.ts';

export const findCues = cueFinder(cues);

export const words = (text: string, span: Span | null | undefined): string | null => (span ? text.slice(span.start, span.end) : null);

/** The sample article and what was found in it by hand; it lies wholly in the BMP, so its code points are UTF-16 units. */
export const sampleText = readFileSync(inProject('seeds', 'sample', 'seed.txt'), 'utf8');

interface Found {
  readonly id: string;
  readonly type: string;
  readonly start: Span['start'];
  readonly end: Span['end'];
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}
const seed = JSON.parse(readFileSync(inProject('seeds', 'sample', 'seed.json'), 'utf8')) as {
  readonly spans: readonly Found[];
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[];
};

export const sampleSpans = (type: string): readonly Found[] => seed.spans.filter((one) => one.type === type);

/** The words of what the sample links to; `null` where it links to no words. */
export function sampleTarget(type: string, from: string): string | null {
  const to = seed.relations.find((one) => one.type === type && one.from === from)?.to;
  return seed.spans.find(({ id }) => id === to)?.text ?? null;
}
