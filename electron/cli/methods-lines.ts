import { IntlMessageFormat } from 'intl-messageformat';
import { type Methods, type Sentence } from '../../shared/agreement/methods.ts';
import { cited } from '../../shared/agreement/score-table.ts';
import { catalogue } from '../../shared/messages/catalogue.ts';

/** A text for a paper, in English: a sentence a line, then the sources. */
export const methodsLines = ({ sentences, sources }: Methods): readonly string[] => [...sentences.map(sentenceText), '', ...sources.map(cited)];

function sentenceText({ code, values, names = {} }: Sentence): string {
  const said = Object.fromEntries(Object.entries(names).map(([name, message]) => [name, catalogue[message].en]));
  return String(new IntlMessageFormat(catalogue[code].en, 'en', undefined, { ignoreTag: true }).format({ ...values, ...said }));
}
