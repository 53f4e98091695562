import { canonicalJson } from '../canonical-json.ts';
import { type Annotation } from '../model/annotation.ts';
import { type AnnotationId } from '../model/id.ts';
import { type Schema } from '../model/schema.ts';
import { type Place, problem } from '../result.ts';
import { type Findings } from './findings.ts';

/**
 * The relation that leads from one piece of an Annotation to its next, in formats whose spans have one piece. No name that the Schema gives
 * has a dot, so the second one is always free.
 */
export const continuationType = ({ relations }: Schema): string =>
  relations.some(({ type }) => (type as string) === 'continuation') ? 'continuation.pieces' : 'continuation';

/** Says that two pieces, by their names in the file, belong to one Annotation. */
export interface Tie {
  readonly from: string;
  readonly to: string;
}

export interface Tied {
  readonly annotations: readonly Annotation[];
  /** The Annotation that each piece now belongs to, by the piece's name in the file. */
  readonly ownerOf: ReadonlyMap<string, AnnotationId>;
}

/**
 * Pieces that are tied together become one Annotation: the one of the piece that stands first in the text, in all their places. Pieces of two
 * labels stay apart: `pieces-do-not-fit`.
 */
export function tiedPieces(pieces: ReadonlyMap<string, Annotation>, ties: readonly Tie[], place: Place, found: Findings): Tied {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = parent.get(at) as string;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { from, to } of ties) {
    const [one, other] = [pieces.get(from), pieces.get(to)];
    if (!one || !other || one.label !== other.label) found.add(problem('pieces-do-not-fit', { ...place, record: from }, { from, to }));
    else if (rootOf(from) !== rootOf(to)) parent.set(rootOf(to), rootOf(from));
  }
  const groups = new Map<string, Named[]>();
  for (const [name, annotation] of pieces) {
    const root = rootOf(name);
    const group = groups.get(root);
    if (group) group.push({ name, annotation });
    else groups.set(root, [{ name, annotation }]);
  }
  return joined([...groups.values()], place, found);
}

interface Named {
  readonly name: string;
  readonly annotation: Annotation;
}

const startOf = ({ annotation }: Named): number => annotation.spans[0]?.start ?? 0;

function joined(groups: readonly (readonly Named[])[], place: Place, found: Findings): Tied {
  const annotations: Annotation[] = [];
  const ownerOf = new Map<string, AnnotationId>();
  for (const group of groups) {
    const [first, ...others] = [...group].sort((a, b) => startOf(a) - startOf(b)) as [Named, ...Named[]];
    for (const { name, annotation } of others) if (saysMore(annotation, first.annotation))
      found.add(problem('piece-attributes-differ', { ...place, record: name }, { id: name, first: first.name }, 'warning'));
    annotations.push({ ...first.annotation, spans: [first, ...others].flatMap(({ annotation }) => annotation.spans) });
    for (const { name } of group) ownerOf.set(name, first.annotation.id);
  }
  return { annotations, ownerOf };
}

/** Later pieces usually say nothing of their own. */
const saysMore = ({ attributes }: Annotation, first: Annotation): boolean =>
  Object.keys(attributes).length > 0 && canonicalJson(attributes) !== canonicalJson(first.attributes);
