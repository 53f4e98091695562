import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationId } from '../../model/id.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { type Place, problem } from '../../result.ts';
import { type Findings } from '../findings.ts';
import { type RelationRecord } from './record.ts';

/** The relation by which this format says that a span is the next piece of another one. */
export const continues = 'CONTINUES';

/** The Annotation that each piece now belongs to. */
export type OwnerOf = ReadonlyMap<string, AnnotationId>;

export interface Joined {
  readonly annotations: readonly Annotation[];
  readonly ownerOf: OwnerOf;
}

/** Pieces linked by CONTINUES become one Annotation with the id and attributes of the piece that stands first in the text. */
export function joinPieces(pieces: readonly Annotation[], links: readonly RelationRecord[], place: Place, found: Findings): Joined {
  const byId = new Map<string, Annotation>(pieces.map((piece) => [piece.id, piece]));
  const groupOf = new Map<string, readonly Annotation[]>(pieces.map((piece) => [piece.id, [piece]]));
  for (const { from, to } of links) {
    const [later, earlier] = [groupOf.get(from), groupOf.get(to)];
    const isFitting = later && earlier && byId.get(from)?.label === byId.get(to)?.label;
    if (!isFitting) found.add(problem('pieces-do-not-fit', { ...place, record: from }, { from, to }));
    else if (later !== earlier) {
      const group = [...later, ...earlier].sort(byStart);
      for (const piece of group) groupOf.set(piece.id, group);
    }
  }
  const annotations = [...new Set(groupOf.values())].map((group) => oneOf(group, place, found));
  const ownerOf = new Map([...groupOf].map(([id, group]) => [id, (group[0] as Annotation).id]));
  return { annotations, ownerOf };
}

const startOf = ({ spans }: Annotation): number => spans[0]?.start ?? 0;
const byStart = (a: Annotation, b: Annotation): number => startOf(a) - startOf(b);

function oneOf(group: readonly Annotation[], place: Place, found: Findings): Annotation {
  const [first, ...others] = group as readonly [Annotation, ...Annotation[]];
  for (const { id, attributes } of others)
    if (canonicalJson(attributes) !== canonicalJson(first.attributes))
      found.add(problem('piece-attributes-differ', { ...place, record: id }, { id, first: first.id }, 'warning'));
  return { ...first, spans: group.flatMap(({ spans }) => spans) };
}
