import { setRoles, setStatuses } from '../../model/annotation-set.ts';
import { isId } from '../../model/id.ts';
import { z } from '../../model/shape.ts';

const id = z.string().min(1).max(128).refine(isId, { params: { expected: 'id' } });
const text = z.string().nullish();
const list = z.array(z.unknown()).nullish();

/** Columns of `documents` and `judgements`. Foreign files need no more than an id, a text and spans. */
export const rowShape = z.object({
  doc_id: id,
  text: z.string(),
  group_id: text,
  lang: text,
  title: text,
  publisher: text,
  url: text,
  published: text,
  license: text,
  file: text,
  added: text,
  text_sha256: text,
  schema_id: text,
  schema_version: text,
  set_id: id.nullish(),
  set_role: z.enum(setRoles).nullish(),
  set_status: z.enum(setStatuses).nullish(),
  override_reason: text,
  override_codes: z.array(z.string()).nullish(),
  annotator: id.nullish(),
  annotator_kind: z.enum(['person', 'machine']).nullish(),
  annotator_name: text,
  annotator_version: text,
  spans: list,
  relations: list,
  entities: list,
  extra: text,
});

export type RowRecord = z.infer<typeof rowShape>;

/** Columns that are derived, or say nothing that another one does not say. */
const derived = ['published_jalali', 'seen'];

/** Names of the columns that are ours; every other one belongs to `Article.extra`. */
export const knownColumns: ReadonlySet<string> = new Set([...Object.keys(rowShape.shape), ...derived]);
