import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { codePoint, offsetMap } from '../../shared/text/offsets.ts';

/** What a program that reads an export must find in it, in code points; the shape that the Python checks read as `snapshot.json`. */
export interface SnapshotDocument {
  readonly doc_id: string;
  readonly text: string;
  readonly annotator: string | null;
  readonly role: string | null;
  readonly spans: readonly {
    readonly id: string;
    readonly label: string;
    readonly fragments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly entity: string | null;
  }[];
  readonly relations: readonly { readonly id: string; readonly label: string; readonly head: string; readonly tail: string; readonly tail_kind: 'span' | 'entity' }[];
}

/** One document for each set, and one for each Article without a set. Slices are cut by code points, not copied from the exporter. */
export function snapshotOf(dataset: Dataset): readonly SnapshotDocument[] {
  const { articles, sets } = normalised(dataset);
  return articles.flatMap(({ id, text }): readonly SnapshotDocument[] => {
    const points = [...text];
    const offsets = offsetMap(text);
    const own = sets.filter((set) => set.article === id);
    const bare = { doc_id: id, text, annotator: null, role: null, spans: [], relations: [] };
    if (own.length === 0) return [bare];
    return own.map((set) => ({
      ...bare,
      annotator: set.annotator,
      role: set.role,
      spans: set.annotations.map((one) => ({
        id: one.id,
        label: one.label,
        fragments: one.spans.map(({ start, end }) => {
          const [from, to] = [offsets.toCodePoint(start), offsets.toCodePoint(end)];
          return { start: codePoint(from), end: codePoint(to), text: points.slice(from, to).join('') };
        }),
        attributes: one.attributes,
        entity: one.entity,
      })),
      relations: set.relations.map(({ id: relation, type, from, to }) => ({
        id: relation, label: type, head: from, tail: to.id, tail_kind: to.kind === 'annotation' ? ('span' as const) : ('entity' as const),
      })),
    }));
  });
}
