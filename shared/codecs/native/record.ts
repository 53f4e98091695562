import { entityKinds } from '../../model/entity.ts';
import { setRoles, setStatuses } from '../../model/annotation-set.ts';
import { isId } from '../../model/id.ts';
import { z } from '../../model/shape.ts';

export const format = 'naql.annotations';
export const version = '1.0';
/** A file with another major version is refused. */
export const majorVersion = '1';

const id = z.string().min(1).max(128).refine(isId, { params: { expected: 'id' } });
const name = z.string().min(1);
const offset = z.int().nonnegative();

const fragment = z.object({
  start: offset.describe('First code point of the fragment.'),
  end: offset.describe('The code point after its last one.'),
  text: z.string().describe('text[start:end], for readers and as a check.'),
});

const attribute = z.object({ name, value: z.string() });

export const spanShape = z.object({
  id: id.describe('Unique within the set.'),
  label: name.describe('Id of a label in the tag set.'),
  fragments: z.array(fragment).min(1).describe('In text order, without overlap; an interrupted quote has several.'),
  attributes: z.array(attribute).describe('Sorted by name.'),
  links: z.array(id).max(1).describe('The entity that this mention stands for.'),
  note: z.string(),
  flagged: z.boolean().describe('The annotator wants it discussed.'),
  origin: z.enum(['manual', 'suggested-accepted', 'suggested-edited']),
  by: id.describe('The annotator of the set, once more.'),
  status: z.enum(setRoles).describe('The role of the set, once more.'),
});

export const relationShape = z.object({
  id: id.describe('Unique within the set.'),
  label: name.describe('Type of the relation in the tag set.'),
  head: id.describe('The span it starts from.'),
  tail: id.describe('The span or entity it points at.'),
  tail_kind: z.enum(['span', 'entity']),
  attributes: z.array(attribute),
});

export const entityShape = z.object({
  id,
  name: z.string(),
  kind: z.enum(entityKinds),
  aliases: z.array(z.string()),
  offices: z.array(z.object({ title: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  note: z.string(),
  party: z.string().exactOptional().describe('The party or camp of a person, where it is known.'),
  wikidata: z.string().exactOptional().describe('The same one in Wikidata, such as Q794.'),
  merged_into: id.optional().describe('The entity that this one turned out to be; absent while it stands for itself.'),
});

export const annotatorShape = z.object({
  id,
  kind: z.enum(['person', 'machine']),
  name: z.string(),
  version: z.string().nullable(),
});

const meta = z.object({
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable().describe('Gregorian date YYYY-MM-DD, optionally with a time.'),
  published_jalali: z.string().nullable().optional().describe('The same date as YYYY/MM/DD in the Iranian calendar; derived, not read.'),
  license: z.string().nullable(),
  file: z.string().nullable().describe('Name of the file it was first read from.'),
  added: z.string().describe('When it was taken in: ISO 8601, UTC.'),
});

const override = z
  .object({ reason: z.string().regex(/\S/), codes: z.array(name).describe('Rules that were broken, sorted.') })
  .describe('Only where the annotator called the set done although rules of the task were broken.');

const token = z.object({ start: offset, end: offset });

/** What every line has, whatever it is about. */
const header = {
  format: z.literal(format),
  version: z.string().regex(/^1\.\d+$/),
  offset_unit: z.literal('code_point'),
};
const about = {
  schema: z.object({ id: name, version: name }).describe('The tag set that labels, attributes and relations are taken from.'),
};

/** One AnnotationSet with its Article; an Article without sets has one line whose set is null. */
export const documentShape = z.object({
  ...header,
  doc_id: id.describe('The article. Its other sets have lines with the same doc_id and text.'),
  group_id: z.string().nullable().describe('Articles of one group belong in one split.'),
  lang: z.string().describe('BCP 47.'),
  title: z.string(),
  meta,
  text: z.string().describe('Never changed after it was taken in; LF line ends, no BOM.'),
  text_sha256: z.string().regex(/^[0-9a-f]{64}$/).describe('Of the UTF-8 bytes of text.'),
  ...about,
  set: z.object({ id, role: z.enum(setRoles), status: z.enum(setStatuses), override: override.optional() }).nullable(),
  annotator: id.nullable().describe('Whose set it is; null where set is null.'),
  spans: z.array(spanShape).describe('Sorted by first start, then the longer one, then id.'),
  relations: z.array(relationShape).describe('Sorted by id.'),
  tokens: z.array(token).optional().describe('Words and marks; derived, not read.'),
  entities: z.array(entityShape).describe('Those this line refers to.'),
  annotators: z.array(annotatorShape).describe('Those this line refers to.'),
});

/** The last line, if there is one: the entities and annotators that no other line refers to. */
export const emptyShape = documentShape.extend({
  doc_id: z.null(),
  group_id: z.null(),
  lang: z.null(),
  title: z.null(),
  meta: z.null(),
  text: z.null(),
  text_sha256: z.null(),
  set: z.null(),
  annotator: z.null(),
  spans: z.array(spanShape).max(0),
  relations: z.array(relationShape).max(0),
});

export type DocumentRecord = z.infer<typeof documentShape>;
export type EmptyRecord = z.infer<typeof emptyShape>;
export type SpanRecord = z.infer<typeof spanShape>;
export type RelationRecord = z.infer<typeof relationShape>;
export type EntityRecord = z.infer<typeof entityShape>;
export type AnnotatorRecord = z.infer<typeof annotatorShape>;

/** Names of the fields of a line; every other field belongs to `Article.extra`. */
export const knownFields: ReadonlySet<string> = new Set(Object.keys(documentShape.shape));

/** JSON Schema 2020-12 of one line, made from the shapes above. */
const jsonSchema = (): object => ({
  ...z.toJSONSchema(z.union([documentShape, emptyShape]), { io: 'input', target: 'draft-2020-12' }),
  title: `One line of a ${format} ${version} file`,
  description: 'Every offset counts Unicode code points; ends are exclusive.',
});

let schemaText: string | null = null;

/** What the sidecar `<stem>.schema.json` holds; always the same, so made once. */
export const jsonSchemaText = (): string => (schemaText ??= `${JSON.stringify(jsonSchema(), null, 1)}\n`);
