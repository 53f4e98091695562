import { type Annotation } from '../../model/annotation.ts';
import { setRoles, setStatuses } from '../../model/annotation-set.ts';
import { type Article } from '../../model/article.ts';
import { type DataRecord } from '../../model/change.ts';
import { decisionActs, decisionReasons, decisionRules, isOwnReason } from '../../model/decided.ts';
import { entityKinds } from '../../model/entity.ts';
import { isId } from '../../model/id.ts';
import { moment } from '../../model/moment.ts';
import { type Relation } from '../../model/relation.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { rosterHead, rosterVersion } from '../../model/roster.ts';
import { z } from '../../model/shape.ts';
import { signatureShape } from '../../model/signature.ts';
import { validateSchema } from '../../model/validate-schema.ts';
import { type Entry } from '../log.ts';
import { rosterIn } from '../roster/roster-file.ts';

const id = <Name extends string>() => z.custom<Name>(isId);
const words = z.string();
const attributes = z.record(z.string(), z.string());
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const articleShape = z.object({
  id: id(), title: words, text: words, fingerprint: hash, language: words, group: words.nullable(),
  source: z.object({ publisher: words.nullable(), url: words.nullable(), published: words.nullable(), licence: words.nullable(), file: words.nullable() }),
  added: words, extra: z.record(z.string(), z.json()),
}) as unknown as z.ZodType<Article>;

const spans = z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })).min(1);
const annotation = z.object({
  id: id(), label: words, spans, attributes, entity: id().nullable(), note: words, flagged: z.boolean(),
  origin: z.enum(['manual', 'suggested-accepted', 'suggested-edited']),
}) as unknown as z.ZodType<Annotation>;
const relation = z.object({
  id: id(), type: words, from: id(), to: z.object({ kind: z.enum(['annotation', 'entity']), id: id() }), attributes,
}) as unknown as z.ZodType<Relation>;
const annotator = z.object({ id: id(), kind: z.enum(['person', 'machine']), name: words, version: words.nullable() });
const entity = z.object({
  id: id(), name: words, kind: z.enum(entityKinds), aliases: z.array(words),
  offices: z.array(z.object({ title: words, from: words.nullable(), to: words.nullable() })), note: words,
  party: words.exactOptional(), wikidata: words.exactOptional(), mergedInto: id().exactOptional(),
});
const set = z.object({
  id: id(), article: id(), annotator: id(), role: z.enum(setRoles), status: z.enum(setStatuses),
  override: z.object({ reason: words, codes: z.array(words) }).exactOptional(),
});
const turn = z.int().nonnegative();
const among = z.array(id());
const anchor = z.union([
  z.looseObject({ kind: z.literal('annotation'), set: id(), annotation: id(), quote: words }),
  z.looseObject({ kind: z.literal('relation'), set: id(), relation: id(), quote: words }),
  z.looseObject({ kind: z.literal('range'), span: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }), quote: words }),
  z.looseObject({ kind: z.literal('article') }),
]);
const settled = z.looseObject({
  from: z.array(z.looseObject({ set: id(), annotation: id(), revision: words })),
  taken: id().nullable(), gold: id().nullable(), links: z.array(z.looseObject({ set: id(), relation: id(), gold: id().nullable() })),
  readings: z.array(z.looseObject({ label: words, spans, attributes, entity: id().nullable(), weight: z.number() })), unanimous: z.boolean(), agreeing: z.int().nonnegative().exactOptional(),
});
const ownReason = words.refine(isOwnReason);
/** A version of a later Naql is kept as it is. */
const roster = z.custom((value) => (rosterHead.safeParse(value).data?.reader ?? 0) > rosterVersion || rosterIn(value).ok);
const reason = z.union([z.enum(decisionReasons), ownReason]);
/** What is asked of the kinds that this version reads; others are kept as they are. */
const acts: Readonly<Record<string, z.ZodType>> = {
  assigned: z.looseObject({ article: id(), annotator: id(), name: words, round: words, blind: z.boolean(), hold: z.boolean().exactOptional(), strict: z.boolean().exactOptional() }),
  'round-closed': z.looseObject({ round: words }),
  submitted: z.looseObject({ article: id(), set: id(), seal: hash, guideline: turn.exactOptional(), active: turn.exactOptional(), turn }),
  returned: z.looseObject({ article: id(), set: id(), seal: hash, reason: words, turn }),
  accepted: z.looseObject({ article: id(), set: id(), seal: hash, reason: words, turn }),
  reopened: z.looseObject({ article: id(), set: id(), reason: words, turn }),
  declined: z.looseObject({ article: id(), annotator: id(), reason: words, turn }),
  skipped: z.looseObject({ article: id(), annotator: id(), reason: words, turn }),
  abandoned: z.looseObject({ article: id(), annotator: id(), reason: words, turn }),
  decided: z.looseObject({
    article: id(), act: z.enum(decisionActs), rule: z.enum(decisionRules).nullable(), set: id(), among, items: z.array(settled),
    reason: reason.nullable(), note: words, turn,
  }),
  'gold-sealed': z.looseObject({ article: id(), set: id(), among, version: turn, hash }),
  'gold-named': z.looseObject({ article: id(), set: id(), turn }),
  'reason-added': z.looseObject({ reason: ownReason }),
  commented: z.looseObject({ thread: id().nullable(), anchor, words, blocking: z.boolean() }),
  resolved: z.looseObject({ thread: id(), isResolved: z.boolean(), turn }),
  asked: z.looseObject({ anchor, question: words }),
  ruled: z.looseObject({ number: turn, question: id().nullable(), rule: words, examples: z.array(words) }),
  'taken-up': z.looseObject({ place: id(), annotator: id() }),
  'envelope-key': z.looseObject({ envelopeKey: hash, signature: signatureShape }),
  rostered: z.looseObject({ roster, signature: signatureShape }),
};
const event = z
  .looseObject({ kind: words, id: id(), article: id().nullable(), by: id(), at: moment })
  .refine((value) => acts[value.kind]?.safeParse(value).success ?? true) as unknown as z.ZodType<ReviewEvent>;
const schema = z.custom((value) => validateSchema(value).ok);

const record = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('schema'), value: schema }),
  z.object({ kind: z.literal('article'), value: articleShape }),
  z.object({ kind: z.literal('annotator'), value: annotator }),
  z.object({ kind: z.literal('entity'), value: entity }),
  z.object({ kind: z.literal('set'), value: set }),
  z.object({ kind: z.literal('annotation'), set: id(), value: annotation }),
  z.object({ kind: z.literal('relation'), set: id(), value: relation }),
  z.object({ kind: z.literal('event'), value: event }),
]) as unknown as z.ZodType<DataRecord>;

/** An Entry as it stands in a Bundle. It is asked about and then taken as it is: whatever else it holds counts for its hash. */
export const entryShape = z.looseObject({
  device: id(),
  channel: z.string().regex(/^[a-z0-9-]{1,40}$/),
  sequence: z.int().positive(),
  previous: hash,
  lamport: z.int().nonnegative(),
  wall: moment,
  annotator: id(),
  scope: id().nullable(),
  action: z.looseObject({ kind: z.enum(['do', 'undo', 'redo']) }),
  app: z.string().max(60).exactOptional(),
  change: z.object({ added: z.array(record), updated: z.array(z.tuple([record, record])), removed: z.array(record) }),
}) as unknown as z.ZodType<Entry>;
