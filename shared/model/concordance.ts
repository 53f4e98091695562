import { type Annotation } from './annotation.ts';
import { type AnnotationSet } from './annotation-set.ts';
import { inContext } from '../text/in-context.ts';
import { fold } from '../text/persian.ts';
import { type EntityId, type LabelId, type RelationType } from './id.ts';

/** Which Annotations are wanted, of all that there are. `null` is no condition. */
export interface ConcordanceQuery {
  readonly label: LabelId;
  /** Somebody who stands behind them: who is linked to, who is meant. All ids that the person has. */
  readonly person: ReadonlySet<EntityId> | null;
  /** Linked in this way to something: commitments with a deadline. */
  readonly relation: RelationType | null;
  /** Of this attribute; `value` is `null` for any. */
  readonly attribute: { readonly id: string; readonly value: string | null } | null;
  /** What somebody wrote beside it, or was unsure of. */
  readonly mark: 'flagged' | 'noted' | null;
}

/** The Annotations of a set that are wanted, in reading order. */
export function concordanceIn(set: AnnotationSet, { label, person, relation, attribute, mark }: ConcordanceQuery): readonly Annotation[] {
  const entityOf = new Map(set.annotations.map(({ id, entity }) => [id, entity]));
  const isMeant = (id: EntityId | null | undefined): boolean => person === null || (id !== null && id !== undefined && person.has(id));
  const linked = (annotation: Annotation) => set.relations.filter(({ from }) => from === annotation.id);
  const standsBehind = (annotation: Annotation): boolean =>
    isMeant(annotation.entity) || linked(annotation).some(({ to }) => isMeant(to.kind === 'entity' ? to.id : entityOf.get(to.id)));
  const isMarked = ({ flagged, note }: Annotation): boolean => mark === null || (mark === 'flagged' ? flagged : note !== '');
  return set.annotations.filter(
    (one) =>
      one.label === label &&
      isMarked(one) &&
      (person === null || standsBehind(one)) &&
      (relation === null || linked(one).some(({ type }) => type === relation)) &&
      (attribute === null || (attribute.id in one.attributes && (attribute.value === null || one.attributes[attribute.id] === attribute.value))),
  );
}

/** UTF-16 code units on either side of a label. */
const shownAround = 90;

/** What a line of the concordance shows. */
export interface ConcordanceLine {
  readonly before: string;
  /** The pieces of the label; what stands between them, in the text, is not its own. */
  readonly words: string;
  readonly after: string;
}

export function concordanceLine(text: string, { spans }: Annotation): ConcordanceLine | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const { before, after } = inContext(text, { start: first.start, end: last.end }, shownAround);
  return { before, words: spans.map(({ start, end }) => text.slice(start, end)).join(' … '), after };
}

/** Whether the words (folded) stand in what a line of the concordance shows: in the label, or on either side of it. */
export function standsThere(text: string, annotation: Annotation, words: string): boolean {
  const line = concordanceLine(text, annotation);
  return line !== null && fold(line.before + line.words + line.after).text.includes(words);
}
