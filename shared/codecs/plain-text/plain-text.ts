import { type Article } from '../../model/article.ts';
import { emptyDataset, normalised } from '../../model/dataset.ts';
import { problem } from '../../result.ts';
import { nothing } from '../capabilities.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { findings } from '../findings.ts';
import { readArticle } from './read-article.ts';

/** UTF-8 text files, each an Article without annotations. Read only. */
export const plainText: Codec = {
  id: 'plain-text',
  title: 'Plain text',
  extensions: ['txt'],
  offsetUnit: 'none',
  capabilities: nothing,
  bytes: 'utf-8',
  decode,
};

function decode(files: readonly NamedBytes[], { schemas, now }: DecodeContext): Decoded {
  const found = findings();
  const articles = new Map<string, Article>();
  for (const file of files) {
    const article = readArticle(file, now, found);
    const first = article && articles.get(article.id);
    if (first) found.add(problem('text-twice', { file: file.name }, { first: first.source.file ?? first.id }, 'warning'));
    else if (article) articles.set(article.id, article);
  }
  const dataset = articles.size > 0 ? normalised({ ...emptyDataset(schemas[0]), articles: [...articles.values()] }) : null;
  return { dataset, problems: found.all() };
}
