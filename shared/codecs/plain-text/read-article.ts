import { type Article } from '../../model/article.ts';
import { readSourceText } from '../../text/source-text.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { articleFromText } from './article-from-text.ts';

/** The Article that a text file is; `null` when it is no UTF-8 text. */
export function readArticle({ name, bytes }: NamedBytes, now: string, found: Findings): Article | null {
  const source = readSourceText(bytes, { file: name });
  found.add(...(source.ok ? source.value.warnings : source.problems));
  return source.ok ? articleFromText(source.value.text, { file: name, added: now }) : null;
}
