import { canonicalJson } from '../../../shared/canonical-json.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type ExportSource } from '../../../shared/dataset/export-source.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';

/** A Dataset in memory: what was read from files that are small enough. */
export function datasetSource(unordered: Dataset, stem: string): ExportSource {
  const dataset = normalised(unordered);
  const { schema, annotators, entities, articles } = dataset;
  return {
    head: { schema, annotators, entities },
    snapshot: fingerprint(canonicalJson(dataset)),
    stem,
    articles: articles.length,
    // An async generator: whoever reads it need not know that everything is there already.
    slices: async function* () {
      yield* slices(dataset);
    },
    texts: async (ids) => {
      const wanted = new Set(ids);
      return new Map(articles.flatMap(({ id, title, text }) => (wanted.has(id) ? [[id, { title, text }] as const] : [])));
    },
  };
}
