import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { span } from '../../../shared/text/offsets.ts';
import seed from '../../../seeds/schema.json';

export const schema = seed as unknown as Schema;

/** An Annotation over the pieces given as `[start, end]`. */
export const annotation = (id: string, label: string, ...pieces: readonly (readonly [number, number])[]): Annotation => ({
  id: id as AnnotationId,
  label: label as LabelId,
  spans: pieces.map(([start, end]) => span(start, end)),
  attributes: {},
  entity: null,
  note: '',
  flagged: false,
  origin: 'manual',
});
