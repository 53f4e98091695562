import { type AnnotatorId } from './id.ts';

/** Who annotates: a person, or a machine with the version that produced the labels. */
export interface Annotator {
  readonly id: AnnotatorId;
  readonly kind: 'person' | 'machine';
  readonly name: string;
  readonly version: string | null;
}

/** What somebody is called; the id of one who is not among them. */
export const annotatorName = (annotators: readonly Annotator[], id: string): string => annotators.find((one) => one.id === id)?.name ?? id;
