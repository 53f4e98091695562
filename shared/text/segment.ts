import { graphemeVersion } from './graphemes.ts';
import { paragraphVersion } from './paragraphs.ts';
import { sectionVersion } from './sections.ts';
import { sentenceVersion } from './sentences.ts';
import { tokenVersion } from './tokens.ts';

/**
 * The door to segmentation: how a text falls into paragraphs, sentences, tokens and sections. Segments are Spans that are derived from
 * the text whenever they are needed and never stored; whoever writes numbers that rest on them names `segmenterVersion` beside.
 */
export { paragraphs } from './paragraphs.ts';
export { sections, titleOf } from './sections.ts';
export { sentences } from './sentences.ts';
export { tokens } from './tokens.ts';

export const segmenterVersion = [paragraphVersion, sentenceVersion, tokenVersion, sectionVersion, graphemeVersion].join('.');
