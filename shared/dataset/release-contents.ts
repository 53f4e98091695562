import { canonicalJson } from '../canonical-json.ts';
import { type Codec } from '../codecs/codec.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** What was in a release, as far as the next one must know it to say what is new. Articles under the names that the project has for them. */
export interface ReleaseContents {
  readonly schema: string;
  /** Ids, sorted. */
  readonly labels: readonly string[];
  /** `LABEL.attribute`, sorted. */
  readonly attributes: readonly string[];
  readonly unit: Codec['offsetUnit'];
  /** By Article, 16 hexadecimal digits of what left of it. */
  readonly articles: Readonly<Record<string, string>>;
}

/** What of the schema and the format a version number speaks of. */
export const termsOf = ({ id, labels }: Schema, { offsetUnit }: Pick<Codec, 'offsetUnit'>): Omit<ReleaseContents, 'articles'> => ({
  schema: id,
  labels: labels.map((label): string => label.id).sort(),
  attributes: labels.flatMap((label) => label.attributes.map((attribute) => `${label.id}.${attribute.id}`)).sort(),
  unit: offsetUnit,
});

/** Changes with any word, mark, link or source that leaves, and with nothing else: not with who did it, how far it is and in what order. */
export function contentHash({ articles, sets }: Dataset): string {
  const texts = articles.map(({ title, language, source, fingerprint: text }) => ({ title, language, source, text }));
  const works = sets.map(({ role, annotations, relations }) => canonicalJson({ role, annotations, relations })).sort();
  return fingerprint(canonicalJson({ texts, works })).slice(0, 16);
}
