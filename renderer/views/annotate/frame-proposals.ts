import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { type LabelDef, labelDef, relationDef, type RelationDef } from '../../../shared/model/schema.ts';
import { type CueFinder } from '../../../shared/suggest/cues.ts';
import { deadlinePhrases } from '../../../shared/text/deadline-phrase.ts';
import { quoteFrame } from '../../../shared/suggest/quote-frame.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { paragraphAt } from '../../../shared/text/paragraphs.ts';
import { sourceOfEnclosing } from './auto-link.ts';
import { type Proposed, proposed } from './proposed.ts';
import { annotationIn, type Scene } from './scene.ts';

/** The relations whose targets can be read off the text; where a Schema lacks one, nothing is proposed for it. */
const readable = { saidBy: 'SAID_BY', cuedBy: 'CUED_BY', promisedBy: 'PROMISED_BY', hasDeadline: 'HAS_DEADLINE' } as const;

/** Relations by which the text may show parts of what bears the Label. */
const readableFrom = ({ schema }: Scene, label: LabelId): readonly RelationDef[] =>
  Object.values(readable).flatMap((type) => relationDef(schema, type as RelationType) ?? []).filter(({ from }) => from.includes(label));

/** Which Labels have parts that the text may show. */
export const framedLabels = (scene: Scene): readonly LabelDef[] => scene.schema.labels.filter(({ id }) => readableFrom(scene, id).length > 0);

/** Which Labels the parts have that an Annotation lacks, of those that the text may show. */
export const missingParts = (scene: Scene, from: Annotation): readonly LabelDef[] =>
  readableFrom(scene, from.label).flatMap(({ type }) => {
    const [label] = missing(scene, from, type)?.to ?? [];
    return label === undefined ? [] : (labelDef(scene.schema, label) ?? []);
  });

/** The relation, if it may start at the Annotation and does not yet. */
function missing({ schema, relations }: Scene, from: Annotation, type: string): RelationDef | undefined {
  const def = relationDef(schema, type as RelationType);
  return def?.from.includes(from.label) && !relations.some((one) => one.from === from.id && one.type === def.type) ? def : undefined;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The place as something new, or as the link to what is marked there already. */
function at(scene: Scene, def: RelationDef, span: Span, attributes: Proposed['attributes']): Proposed {
  const there = scene.annotations.find((one) => def.to.includes(one.label) && overlaps(hull(one), span));
  if (there) return linkTo(scene, def, { kind: 'annotation', id: there.id });
  return proposed({ label: def.to[0] ?? null, span, relation: def.type, attributes });
}

function linkTo(scene: Scene, def: RelationDef, target: RelationTarget): Proposed {
  const annotation = target.kind === 'annotation' ? annotationIn(scene, target.id) : undefined;
  return proposed({ label: annotation?.label ?? null, span: annotation?.spans[0] ?? null, relation: def.type, target });
}

/** Of an omitted subject: the source marked nearest before the quote in its paragraph. */
function speakerBefore(scene: Scene, def: RelationDef, quote: Span): readonly Proposed[] {
  const { start } = paragraphAt(scene.text, quote.start);
  const found = scene.annotations.findLast((one) => one.label === def.to[0] && hull(one).start >= start && hull(one).end <= quote.start);
  return found ? [linkTo(scene, def, { kind: 'annotation', id: found.id })] : [];
}

function ofQuote(scene: Scene, from: Annotation, findCues: CueFinder): readonly Proposed[] {
  const [saidBy, cuedBy] = [missing(scene, from, readable.saidBy), missing(scene, from, readable.cuedBy)];
  const quote = from.spans[0];
  if ((!saidBy && !cuedBy) || !quote) return [];
  const { speaker, cue } = quoteFrame(scene.text, quote, findCues);
  const speakers = (def: RelationDef) => (speaker ? [at(scene, def, speaker.span, speaker.attributes)] : speakerBefore(scene, def, quote));
  return [...(saidBy ? speakers(saidBy) : []), ...(cuedBy && cue ? [at(scene, cuedBy, cue.span, cue.attributes)] : [])];
}

function ofCommitment(scene: Scene, from: Annotation): readonly Proposed[] {
  const [promisedBy, hasDeadline] = [missing(scene, from, readable.promisedBy), missing(scene, from, readable.hasDeadline)];
  const promisers = promisedBy ? sourceOfEnclosing(scene, promisedBy, from.spans).map((target) => linkTo(scene, promisedBy, target)) : [];
  const limits = hasDeadline ? from.spans.flatMap((span) => deadlinePhrases(scene.text, span)) : [];
  return [...promisers, ...limits.flatMap(({ span, kind }) => (hasDeadline ? [at(scene, hasDeadline, span, { kind })] : []))];
}

/** What the Annotation lacks and its text shows, by fixed rules: for a quote speaker and cue, for a commitment promiser and deadlines. */
export const frameProposals = (scene: Scene, from: Annotation, findCues: CueFinder): readonly Proposed[] =>
  [...ofQuote(scene, from, findCues), ...ofCommitment(scene, from)];
