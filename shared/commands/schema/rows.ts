import { type Bilingual, labelDef, type LabelDef, type RelationDef, relationDef, type Schema } from '../../model/schema.ts';
import { type LabelId } from '../../model/id.ts';
import { type SchemaPart } from './schema-edit.ts';

/** How a row of a list in a Schema bears its id: Relations call it `type`. */
export interface IdColumn<Row> {
  readonly of: (row: Row) => string;
  readonly set: (row: Row, id: string) => Row;
}

/** A list of rows after something happened to it; the same for Labels, attributes, choices and Relations. */
export type Rewrite = <Row extends { readonly name: Bilingual }>(rows: readonly Row[], column: IdColumn<Row>) => readonly Row[];

const idColumn = <Row extends { readonly id: string }>(): IdColumn<Row> => ({ of: ({ id }) => id, set: (row, id) => ({ ...row, id }) });
const typeColumn: IdColumn<RelationDef> = { of: ({ type }) => type, set: (row, id) => ({ ...row, type: id as RelationDef['type'] }) };

export const withLabel = (schema: Schema, id: LabelId, alter: (label: LabelDef) => LabelDef): Schema => ({
  ...schema,
  labels: schema.labels.map((label) => (label.id === id ? alter(label) : label)),
});

/** The Schema with the list that the part stands in rewritten. */
export function rewriteRows(schema: Schema, part: SchemaPart, rewrite: Rewrite): Schema {
  switch (part.kind) {
    case 'label':
      return { ...schema, labels: rewrite(schema.labels, idColumn()) };
    case 'relation':
      return { ...schema, relations: rewrite(schema.relations, typeColumn) };
    case 'attribute':
      return withLabel(schema, part.label, (label) => ({ ...label, attributes: rewrite(label.attributes, idColumn()) }));
    case 'choice':
      return withLabel(schema, part.label, (label) => ({
        ...label,
        attributes: label.attributes.map((one) =>
          one.id === part.attribute ? { ...one, choices: rewrite(one.choices, idColumn()) } : one,
        ),
      }));
  }
}

/** Ids of the list that the part stands in; `null` when there is no such list. */
export function idsBeside(schema: Schema, part: SchemaPart): readonly string[] | null {
  switch (part.kind) {
    case 'label':
      return schema.labels.map(({ id }) => id);
    case 'relation':
      return schema.relations.map(({ type }) => type);
    case 'attribute':
      return labelDef(schema, part.label)?.attributes.map(({ id }) => id) ?? null;
    case 'choice': {
      const attribute = labelDef(schema, part.label)?.attributes.find(({ id }) => id === part.attribute);
      return attribute?.choices.map(({ id }) => id) ?? null;
    }
  }
}

/** What the part is called; `null` when it is not there. */
export function nameOfPart(schema: Schema, part: SchemaPart): Bilingual | null {
  const attributeOf = (label: LabelId, attribute: string) => labelDef(schema, label)?.attributes.find(({ id }) => id === attribute);
  switch (part.kind) {
    case 'label':
      return labelDef(schema, part.label)?.name ?? null;
    case 'relation':
      return relationDef(schema, part.relation)?.name ?? null;
    case 'attribute':
      return attributeOf(part.label, part.attribute)?.name ?? null;
    case 'choice':
      return attributeOf(part.label, part.attribute)?.choices.find(({ id }) => id === part.choice)?.name ?? null;
  }
}
