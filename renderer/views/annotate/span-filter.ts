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
