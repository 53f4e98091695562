import { type Dataset } from '../../shared/model/dataset.ts';

export interface SnapshotFragment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One AnnotationSet as any program can check it; offsets in code points, counted without the code that the formats are written with. */
export interface SnapshotSet {
  readonly doc_id: string;
  readonly set_id: string;
  readonly text: string;
  readonly spans: readonly {
    readonly id: string;
    readonly label: string;
    readonly fragments: readonly SnapshotFragment[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly entity: string | null;
  }[];
  readonly relations: readonly { readonly id: string; readonly type: string; readonly from: string; readonly to: string }[];
}

const points = (text: string): number => Array.from(text).length;

/** What every consumer must find again, set by set. Articles without a set have an entry without spans. */
export function snapshotOf({ articles, sets }: Dataset): readonly SnapshotSet[] {
  return articles.flatMap(({ id: doc, text }): readonly SnapshotSet[] => {
    const own = sets.filter(({ article }) => article === doc);
    if (own.length === 0) return [{ doc_id: doc, set_id: '', text, spans: [], relations: [] }];
    return own.map(({ id, annotations, relations }) => ({
      doc_id: doc,
      set_id: id,
      text,
      spans: annotations.map((one) => ({
        id: one.id,
        label: one.label,
        fragments: one.spans.map(({ start, end }) => ({
          start: points(text.slice(0, start)), end: points(text.slice(0, end)), text: text.slice(start, end),
        })),
        attributes: one.attributes,
        entity: one.entity,
      })),
      relations: relations.map(({ id: name, type, from, to }) => ({ id: name, type, from, to: to.id })),
    }));
  });
}
