import { entityKinds } from '../../model/entity.ts';
import { setRoles, setStatuses } from '../../model/annotation-set.ts';
import { type Schema } from '../../model/schema.ts';
import { bool, type Column, columns, type Feature, float64, int32, listOf, oneOf, string, stringOrNull, struct } from './feature.ts';
import { layersOf } from './layers.ts';

/** One table of the folder, which `datasets` calls a configuration: `<folder>/<stem>…`, one file for each split. */
export interface Config {
  readonly name: ConfigName;
  readonly folder: string;
  readonly columns: readonly Column[];
}

export const configNames = ['documents', 'bio', 'judgements', 'soft', 'majority'] as const;
export type ConfigName = (typeof configNames)[number];

/** Where the rows of a table stand. */
export const folderOf = { documents: 'data', bio: 'bio', judgements: 'judgements', soft: 'soft', majority: 'majority' } as const satisfies Record<ConfigName, string>;

/** Every table with every column in its order. What stands in a row and not here makes `datasets` fail. */
export function configsOf(schema: Schema): readonly Config[] {
  const tables = { documents: documents(schema), bio: bio(schema), judgements: judgements(schema), soft: soft(schema), majority: majority(schema) };
  return configNames.map((name) => ({ name, folder: folderOf[name], columns: columns(tables[name]) }));
}

type Fields = Readonly<Record<string, Feature>>;

const fragments = listOf(struct({ start: int32, end: int32, text: string }));
const attributes = listOf(struct({ name: string, value: string }));
const labelsOf = ({ labels }: Schema): Feature => oneOf(labels.map(({ id }) => id));

/** Null or empty where nobody has annotated. */
const head: Fields = {
  set_id: stringOrNull,
  set_role: stringOrNull,
  set_status: stringOrNull,
  override_reason: stringOrNull,
  override_codes: listOf(string),
  annotator: stringOrNull,
  annotator_kind: stringOrNull,
  annotator_name: stringOrNull,
  annotator_version: stringOrNull,
};
const wholeHead: Fields = {
  ...head, set_id: string, set_role: oneOf(setRoles), set_status: oneOf(setStatuses),
  annotator: string, annotator_kind: string, annotator_name: string,
};

const contents = (schema: Schema): Fields => ({
  spans: listOf(
    struct({ id: string, label: labelsOf(schema), fragments, attributes, entity: stringOrNull, note: string, flagged: bool, origin: string }),
  ),
  relations: listOf(struct({ id: string, label: string, head: string, tail: string, tail_kind: string, attributes })),
  entities: listOf(
    struct({
      id: string,
      name: string,
      kind: oneOf(entityKinds),
      aliases: listOf(string),
      offices: listOf(struct({ title: string, from: stringOrNull, to: stringOrNull })),
      note: string,
      party: stringOrNull,
      wikidata: stringOrNull,
      merged_into: stringOrNull,
    }),
  ),
});

const documents = (schema: Schema): Fields => ({
  doc_id: string,
  group_id: stringOrNull,
  lang: string,
  title: string,
  publisher: stringOrNull,
  url: stringOrNull,
  published: stringOrNull,
  published_jalali: stringOrNull,
  license: stringOrNull,
  file: stringOrNull,
  added: string,
  text: string,
  text_sha256: string,
  schema_id: string,
  schema_version: string,
  ...head,
  ...contents(schema),
  extra: stringOrNull,
});

const judgements = (schema: Schema): Fields => ({
  doc_id: string, text: string, schema_id: string, schema_version: string, seen: bool, ...wholeHead, ...contents(schema),
});

const bio = (schema: Schema): Fields => ({
  doc_id: string,
  tokens: listOf(string),
  token_starts: listOf(int32),
  token_ends: listOf(int32),
  ...Object.fromEntries(layersOf(schema).map(({ column, tags }) => [column, listOf(oneOf(tags))])),
  left_out: int32,
});

const soft = (schema: Schema): Fields => ({
  doc_id: string,
  text: string,
  n_seen: int32,
  clusters: listOf(
    struct({
      fragments,
      votes: int32,
      labels: listOf(struct({ label: labelsOf(schema), votes: int32, share: float64 })),
      attributes: listOf(struct({ name: string, value: string, votes: int32, share: float64 })),
      members: listOf(struct({ annotator: string, span: string })),
    }),
  ),
});

const majority = (schema: Schema): Fields => ({
  doc_id: string,
  text: string,
  n_seen: int32,
  spans: listOf(struct({ label: labelsOf(schema), fragments, attributes, votes: int32 })),
});
