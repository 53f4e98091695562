import { canonicalJson } from '../../canonical-json.ts';
import { type SpanRecord } from '../native/record.ts';
import { type ArticleView, tokensOf } from '../native/write-record.ts';
import { type Row } from './article-rows.ts';
import { type Cluster, clusters, type Judgement } from './clusters.ts';
import { type Layer } from './layers.ts';

/** The row of `soft`: how many of those who read the Article marked a thing, and as what. */
export function softRow(view: ArticleView, judgements: readonly Judgement[], layers: readonly Layer[]): Row {
  const seen = judgements.length;
  return {
    doc_id: view.article.id,
    text: view.article.text,
    n_seen: seen,
    clusters: clusters(tokensOf(view), judgements, layers).map((cluster) => clusterOf(cluster, seen)),
  };
}

function clusterOf(cluster: Cluster, seen: number): Row {
  const spans = cluster.map(({ span }) => span);
  const shared = (votes: number): Row => ({ votes, share: Math.round((10_000 * votes) / seen) / 10_000 });
  return {
    fragments: mostVoted(spans).fragments,
    votes: cluster.length,
    labels: counted(spans.map(({ label }) => ({ label }))).map(([label, votes]) => ({ ...label, ...shared(votes) })),
    attributes: counted(spans.flatMap(({ attributes }) => attributes)).map(([attribute, votes]) => ({ ...attribute, ...shared(votes) })),
    members: cluster.map(({ annotator, span }) => ({ annotator, span: span.id })),
  };
}

/** The span whose borders most have; of equal ones that of the first annotator. */
function mostVoted(spans: readonly SpanRecord[]): SpanRecord {
  const borders = ({ fragments }: SpanRecord): string => canonicalJson(fragments);
  const votes = (span: SpanRecord): number => spans.filter((one) => borders(one) === borders(span)).length;
  const best = spans.toSorted((a, b) => votes(b) - votes(a))[0];
  if (!best) throw new Error('a cluster without a span');
  return best;
}

/** What there is and how often, in code-unit order of its canonical JSON. */
function counted<T extends Row>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<string, readonly [T, number]>();
  for (const value of values) {
    const key = canonicalJson(value);
    counts.set(key, [value, (counts.get(key)?.[1] ?? 0) + 1]);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
