import { type Article } from '../../model/article.ts';
import { type Row } from './article-rows.ts';
import { type Cluster } from './clusters.ts';
import { counted, mostVoted } from './votes.ts';

/** The row of `majority`: what more than half of the `seen` who read the Article marked, under one label. Nobody has settled it. */
export const majorityRow = ({ id, text }: Article, clusters: readonly Cluster[], seen: number): Row => ({
  doc_id: id,
  text,
  n_seen: seen,
  spans: clusters.flatMap((cluster) => spanOf(cluster, seen)),
});

/** Borders as most of them have them; attributes that more than half of the readers gave. */
function spanOf(cluster: Cluster, seen: number): readonly Row[] {
  const isMost = (votes: number): boolean => 2 * votes > seen;
  const spans = cluster.map(({ span }) => span);
  const [chosen] = counted(spans.map(({ label }) => ({ label }))).filter(([, votes]) => isMost(votes));
  if (!chosen) return [];
  const [label, votes] = chosen;
  const under = spans.filter((span) => span.label === label.label);
  const attributes = counted(under.flatMap((span) => span.attributes)).flatMap(([attribute, given]) => (isMost(given) ? [attribute] : []));
  return [{ ...label, fragments: mostVoted(spans).fragments, attributes, votes }];
}
