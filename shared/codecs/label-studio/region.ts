import { type Annotation } from '../../model/annotation.ts';

/** Pieces of an Annotation are numbered: `q1_0`, `q1_1`. What stands before the last `_` is its id, so no two pieces share a name. */
export const regionId = (annotation: string, piece: number): string => `${annotation}_${piece}`;

/** The Annotation that a region's id was made from; the region's own id where it was not made here. */
export const annotationOf = (region: string): string => region.replace(/(?<=.)_0$/s, '');

/** What Label Studio says of a region that began as a prediction. */
export const regionOrigin = {
  manual: 'manual',
  'suggested-accepted': 'prediction',
  'suggested-edited': 'prediction-changed',
} as const satisfies Record<Annotation['origin'], string>;

export const originOf = (origin: string | undefined): Annotation['origin'] =>
  origin === 'prediction' ? 'suggested-accepted' : origin === 'prediction-changed' ? 'suggested-edited' : 'manual';
