import { type Annotation } from '../../../shared/model/annotation.ts';
import { type LabelId } from '../../../shared/model/id.ts';

/** Which lines of the list are shown. */
export type SpanFilter =
  | { readonly kind: 'all' | 'flagged' | 'noted' }
  | { readonly kind: 'label'; readonly label: LabelId };

export const everything: SpanFilter = { kind: 'all' };

export function passes({ flagged, note, label }: Annotation, filter: SpanFilter): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'flagged':
      return flagged;
    case 'noted':
      return note !== '';
    case 'label':
      return label === filter.label;
  }
}

export const passing = (annotations: readonly Annotation[], filter: SpanFilter): readonly Annotation[] =>
  filter.kind === 'all' ? annotations : annotations.filter((one) => passes(one, filter));

/** As the value of a field: `all`, `flagged`, `noted` or `label QUOTE`. */
export const filterName = (filter: SpanFilter): string => (filter.kind === 'label' ? `label ${filter.label}` : filter.kind);

/** How many pass each filter that any passes, by its name; one look at each of them, though there are many filters. */
export function passingCounts(annotations: readonly Annotation[]): ReadonlyMap<string, number> {
  const labels = new Map<LabelId, number>();
  let [flagged, noted] = [0, 0];
  for (const one of annotations) {
    if (one.flagged) flagged += 1;
    if (one.note !== '') noted += 1;
    labels.set(one.label, (labels.get(one.label) ?? 0) + 1);
  }
  return new Map([
    ...[...labels].map(([label, count]) => [filterName({ kind: 'label', label }), count] as const),
    [filterName(everything), annotations.length],
    [filterName({ kind: 'flagged' }), flagged],
    [filterName({ kind: 'noted' }), noted],
  ]);
}
