import { type Annotation } from '../../model/annotation.ts';
import { tokens } from '../../text/tokens.ts';
import { finding } from '../finding.ts';
import { type OwnRule } from '../rule.ts';

const mostWords = 120;

/** So many words need so many characters and the blanks between them: short quotes need no counting. */
const shortest = 2 * mostWords;

function wordCount(text: string, { spans }: Annotation): number {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < shortest) return 0;
  return spans.reduce((sum, { start, end }) => sum + tokens(text.slice(start, end)).filter(({ kind }) => kind === 'word').length, 0);
}

/** W4: a quote of more than 120 words has probably swallowed the reporter's own. */
export const longQuote: OwnRule = {
  needs: { labels: ['QUOTE'] },
  findIn(text, annotation) {
    if (annotation.label !== 'QUOTE') return [];
    const words = wordCount(text, annotation);
    return words > mostWords ? [finding('W4.long', [annotation.id], { values: { n: words } })] : [];
  },
};
