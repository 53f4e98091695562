import { canonicalJson } from '../canonical-json.ts';
import { surroundings } from '../codecs/surroundings.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotationId } from '../model/id.ts';
import { goldItems, undecidable } from '../review/gold.ts';
import { isDecided } from '../review/settlement.ts';
import { offsetMap } from '../text/offsets.ts';
import { type ExportOptions } from './export-options.ts';

/** Beside the encoded files of a gold export: how each item came about, a JSON object a line. */
export const goldFile = surroundings.gold;

/**
 * Of one Article: for each Annotation of its gold sets the source (`unanimous`, `adjudicated`, `reviewed`, `single`), the reason, how many
 * people's work was compared, which part of them had it just so, how many settled it; then what is undecidable, all readings with their weights, offsets in code points. Notes only where notes leave.
 * @param original as it is stored, with what was said of it
 * @param prepared as it leaves
 */
export const goldLines = (original: Dataset, prepared: Dataset, { selection, notes, text }: Pick<ExportOptions, 'selection' | 'notes' | 'text'>): string =>
  (selection.sets.kind === 'adjudicated' ? sourceLines(original, prepared, { notes, isWhole: text.kind !== 'windows' }) : '');

/** The same, whatever was chosen. `isWhole`: texts leave whole; where they leave in parts, an offset says nothing. */
export function sourceLines(original: Dataset, prepared: Dataset, { notes, isWhole }: { readonly notes: boolean; readonly isWhole: boolean }): string {
  const [article] = original.articles;
  const [leaving] = prepared.articles;
  if (!article || !leaving) return '';
  const events = original.events ?? [];
  const { toCodePoint } = offsetMap(article.text);
  const left = original.sets.filter(({ role }) => role === 'adjudicated');
  const lines = prepared.sets.flatMap((set) => {
    const stored = takenFrom(left, set);
    // What came by a file brought nothing of how it came about.
    if (!stored || !events.some((one) => isDecided(one) && one.set === stored.id)) return [];
    const items = goldItems(stored, events);
    const settled = set.annotations.flatMap(({ id, label }) => {
      const item = items.get(id);
      if (!item) return [];
      const { source, reason, people, adjudicators, confidence, isSeen, note } = item;
      const counted = { people, adjudicators, ...(confidence !== null && { confidence: Math.round(confidence * 10_000) / 10_000 }) };
      return [{ article: leaving.id, annotation: id, label, source, reason, ...counted, seen: isSeen, ...(notes && note !== '' && { note }) }];
    });
    const open = isWhole ? undecidable(stored, events) : [];
    const undecided = open.map(({ readings, reason, note }) => ({
      article: leaving.id, annotation: null, source: 'undecidable', reason, ...(notes && note !== '' && { note }),
      readings: readings.map(({ label, spans, attributes, weight }) => ({
        label, attributes, weight, spans: spans.map(({ start, end }) => [toCodePoint(start), toCodePoint(end)]),
      })),
    }));
    return [...settled, ...undecided];
  });
  return lines.map((line) => `${canonicalJson(line)}\n`).join('');
}

/**
 * The stored set that left as this one, and each one time: under another name a set has another id, so it is known by what is in it. What is
 * left out of it (Labels that were not asked for) does not matter.
 */
function takenFrom(left: AnnotationSet[], leaving: AnnotationSet): AnnotationSet | undefined {
  const holds = ({ annotations }: AnnotationSet): boolean => {
    const ids = new Set<AnnotationId>(annotations.map(({ id }) => id));
    return leaving.annotations.every(({ id }) => ids.has(id));
  };
  const place = left.findIndex((one) => one.id === leaving.id || (one.status === leaving.status && holds(one)));
  return place < 0 ? undefined : left.splice(place, 1)[0];
}
