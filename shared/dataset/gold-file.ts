import { canonicalJson } from '../canonical-json.ts';
import { type Dataset } from '../model/dataset.ts';
import { goldItems, undecidable } from '../review/gold.ts';
import { isDecided } from '../review/settlement.ts';
import { offsetMap } from '../text/offsets.ts';
import { type ExportOptions } from './export-options.ts';

/** Beside the encoded files of a gold export: how each item came about, a JSON object a line. */
export const goldFile = 'gold.jsonl';

/**
 * Of one Article: for each Annotation of its gold sets the source (`unanimous`, `adjudicated`, `reviewed`, `single`), the reason and how many
 * people's work was compared; then what is undecidable, all readings with their weights, offsets in code points. Notes only where notes leave.
 * @param original as it is stored, with what was said of it
 * @param prepared as it leaves
 */
export function goldLines(original: Dataset, prepared: Dataset, { selection, notes, text }: Pick<ExportOptions, 'selection' | 'notes' | 'text'>): string {
  const [article] = original.articles;
  const [leaving] = prepared.articles;
  if (selection.sets.kind !== 'adjudicated' || !article || !leaving) return '';
  const events = original.events ?? [];
  const { toCodePoint } = offsetMap(article.text);
  const lines = prepared.sets.flatMap((set) => {
    const stored = original.sets.find(({ id }) => id === set.id);
    // What came by a file brought nothing of how it came about.
    if (!stored || !events.some((one) => isDecided(one) && one.set === set.id)) return [];
    const items = goldItems(stored, events);
    const settled = set.annotations.flatMap(({ id, label }) => {
      const item = items.get(id);
      if (!item) return [];
      const { source, reason, people, isSeen, note } = item;
      return [{ article: leaving.id, annotation: id, label, source, reason, people, seen: isSeen, ...(notes && note !== '' && { note }) }];
    });
    // Where texts leave in parts, an offset of the whole says nothing.
    const open = text.kind === 'windows' ? [] : undecidable(stored, events);
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
