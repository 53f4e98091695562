import { derivedId } from './derived-id.ts';
import { type AnnotatorId } from './id.ts';

const suffix = 'again';

/**
 * Whose set somebody's second marking of a text is, planted to see whether they mark it as they did before: an Annotator beside them, who is
 * nobody of those that are compared, waited for or settled. What they agree on is only how far they agree with themselves.
 */
export const secondTimeOf = (annotator: AnnotatorId): AnnotatorId => derivedId(annotator, suffix);

export const isSecondTime = (annotator: AnnotatorId): boolean => annotator.endsWith(`~${suffix}`);
