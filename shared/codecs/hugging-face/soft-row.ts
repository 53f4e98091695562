import { type Article } from '../../model/article.ts';
import { type Row } from './article-rows.ts';
import { type Cluster } from './clusters.ts';
import { counted, mostVoted } from './votes.ts';

/** The row of `soft`: how many of the `seen` who read the Article marked a thing, and as what. */
export const softRow = ({ id, text }: Article, clusters: readonly Cluster[], seen: number): Row => ({
  doc_id: id,
  text,
  n_seen: seen,
  clusters: clusters.map((cluster) => clusterOf(cluster, seen)),
});

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
