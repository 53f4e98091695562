import { type NewLink } from '../../../shared/commands/annotate-linked.ts';
import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type RelationType } from '../../../shared/model/id.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { type LabelDef, relationDef, type RelationDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { hasColon } from '../../../shared/suggest/attributed-text.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { paragraphAt } from '../../../shared/text/paragraphs.ts';
import { annotationIn, type Scene } from './scene.ts';

/** A commitment is the promise of whoever says the quote that it stands in. */
const inherited = { relation: 'PROMISED_BY', fromSource: 'SAID_BY' } as const;

const whole = (spans: readonly Span[]): Span => {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) throw new Error('a label over no span');
  return { start: first.start, end: last.end };
};
const encloses = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const length = ({ start, end }: Span): number => end - start;

/** Whom the innermost quote around the Spans is said by, as far as the relation may point there. */
export function sourceOfEnclosing(scene: Scene, def: RelationDef, spans: readonly Span[]): readonly RelationTarget[] {
  if (def.type !== inherited.relation) return [];
  const here = whole(spans);
  const sources = (from: Annotation): readonly RelationTarget[] =>
    scene.relations.filter((one) => one.from === from.id && one.type === inherited.fromSource).map(({ to }) => to);
  const around = scene.annotations
    .filter((one) => encloses(hull(one), here) && sources(one).length > 0)
    .sort((a, b) => length(hull(a)) - length(hull(b)))[0];
  const allowed = (target: RelationTarget): boolean =>
    target.kind === 'entity' ? def.toEntity : def.to.includes(annotationIn(scene, target.id)?.label ?? ('' as Annotation['label']));
  return around ? sources(around).filter(allowed) : [];
}

/** The relation that a Label is made for: the first one that may start at the other and names it first among its targets. */
const relationFor = (schema: Schema, from: Annotation, label: LabelDef): RelationDef | undefined =>
  relationsFrom(schema, from.label).find((def) => !def.sameLabel && def.to[0] === label.id);

const lacks = ({ relations }: Scene, from: Annotation, type: RelationType): boolean =>
  !relations.some((one) => one.from === from.id && one.type === type);

/** What stands before a colon belongs to what comes after it: no link back to the quote before. */
const belongsBehind = (text: string, from: Annotation, here: Span): boolean => hull(from).end <= here.start && hasColon(text, here);

/**
 * The links that a new Annotation gets at once, so that nobody has to ask for them:
 * - from what was focused last, if links start there, it stands in the same paragraph and has no such link yet: a speaker or a cue to its
 *   quote, a deadline to its commitment;
 * - from a commitment to the speaker of the quote around it.
 */
export function naturalLinks(scene: Scene, anchor: AnnotationId | null, label: LabelDef, spans: readonly Span[]): readonly NewLink[] {
  const here = whole(spans);
  const from = annotationIn(scene, anchor);
  const def = from && relationFor(scene.schema, from, label);
  const isNear = from !== undefined && paragraphAt(scene.text, hull(from).start).start === paragraphAt(scene.text, here.start).start;
  const incoming = from && def && isNear && lacks(scene, from, def.type) && !belongsBehind(scene.text, from, here);
  const own = relationDef(scene.schema, inherited.relation as RelationType);
  const outgoing = own?.from.includes(label.id) ? sourceOfEnclosing(scene, own, spans) : [];
  return [
    ...(incoming ? [{ type: def.type, from: from.id }] : []),
    ...outgoing.map((to): NewLink => ({ type: inherited.relation as RelationType, to })),
  ];
}
