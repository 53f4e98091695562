import { readFileSync } from 'node:fs';
import { type Annotation, compareAnnotations } from '../../../shared/model/annotation.ts';
import { codePoint, offsetMap } from '../../../shared/text/offsets.ts';
import { annotationAt } from './editor-page.ts';

const seed = (name: string): string => readFileSync(new URL(`../../../seeds/sample/${name}`, import.meta.url), 'utf8');

/** The seed article and its finished annotation. */
export function sample(): { readonly text: string; readonly annotations: readonly Annotation[] } {
  const text = seed('seed.txt');
  const { toUtf16 } = offsetMap(text);
  const { spans } = JSON.parse(seed('seed.json')) as { spans: { id: string; type: string; start: number; end: number }[] };
  const annotations = spans.map(({ id, type, start, end }) =>
    annotationAt(id, type, [{ start: toUtf16(codePoint(start)), end: toUtf16(codePoint(end)) }]),
  );
  return { text, annotations: annotations.sort(compareAnnotations) };
}
