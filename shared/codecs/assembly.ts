import { canonicalJson } from '../canonical-json.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { checkArticle } from '../model/check-article.ts';
import { type Dataset, normalised } from '../model/dataset.ts';
import { type Entity } from '../model/entity.ts';
import { checkMerges, mendMerges } from '../model/merged-entities.ts';
import { type Schema } from '../model/schema.ts';
import { at, type Place, problem } from '../result.ts';
import { type DecodeContext } from './codec.ts';
import { type Findings } from './findings.ts';
import { keepFirst } from './keep-first.ts';
import { soundSet } from './sound-set.ts';

/** Where a reader puts what it finds, record by record; of records with one id the first is kept. */
export interface Assembly {
  /** False when the Article is unsound or another text stands under its id: then nothing can hang on it. */
  readonly addArticle: (article: Article, place: Place) => boolean;
  readonly addAnnotator: (annotator: Annotator, place: Place) => void;
  readonly addEntity: (entity: Entity, place: Place) => void;
  readonly hasEntity: (id: Entity['id']) => boolean;
  readonly addSet: (set: AnnotationSet, place: Place) => void;
  /** What the integrity rules leave; `null` when no Article, Annotator or Entity was found. */
  readonly dataset: (schema: Schema) => Dataset | null;
}

export function assembly(found: Findings): Assembly {
  const articles = new Map<string, Article>();
  const annotators = new Map<string, Annotator>();
  const entities = new Map<string, Entity>();
  const sets = new Map<string, { readonly set: AnnotationSet; readonly place: Place }>();
  return {
    addArticle(article, place) {
      const here = { ...place, record: article.id };
      const first = articles.get(article.id);
      const problems = first ? [] : checkArticle(article);
      found.add(...at(here, problems));
      if (problems.length > 0) return false;
      if (!first) articles.set(article.id, article);
      else if (first.fingerprint !== article.fingerprint) found.add(problem('article-text-differs', here, { id: article.id }));
      else if (canonicalJson(first) !== canonicalJson(article))
        found.add(problem('article-fields-differ', here, { id: article.id }, 'warning'));
      return !first || first.fingerprint === article.fingerprint;
    },
    addAnnotator: (annotator, place) => keepFirst(annotators, annotator, place, found),
    addEntity: (entity, place) => keepFirst(entities, entity, place, found),
    hasEntity: (id) => entities.has(id),
    addSet(set, place) {
      if (sets.has(set.id)) found.add(problem('set-twice', { ...place, record: set.id }, { id: set.id }));
      else sets.set(set.id, { set, place });
    },
    dataset(schema) {
      if (articles.size + annotators.size + entities.size === 0) return null;
      for (const one of checkMerges([...entities.values()])) found.add(one);
      const known = new Set([...entities.values()].map(({ id }) => id));
      return normalised({
        schema,
        articles: [...articles.values()],
        annotators: [...annotators.values()],
        entities: mendMerges([...entities.values()]),
        sets: [...sets.values()].flatMap(({ set, place }) => {
          const article = articles.get(set.article);
          return article ? [soundSet(set, { schema, article, entities: known, place }, found)] : [];
        }),
      });
    },
  };
}

type Named = Pick<Schema, 'id' | 'version'>;

/** The Schema that a file of ours names: that release, or another minor version of it; the default one for a file that names none. */
export function schemaNamed(named: Named | null, { schemas }: DecodeContext, place: Place, found: Findings): Schema {
  if (!named) return schemas[0];
  const major = (version: string): string | undefined => version.split('.')[0];
  const known =
    schemas.find(({ id, version }) => id === named.id && version === named.version) ??
    schemas.find(({ id, version }) => id === named.id && major(version) === major(named.version));
  if (!known) found.addOnce(problem('schema-not-here', place, { id: named.id, version: named.version }, 'warning'));
  return known ?? schemas[0];
}
