import { people } from '../../messages/people.ts';
import { screens } from '../../messages/screens.ts';
import { tables } from '../../messages/tables.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type SetRole, type SetStatus } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Entity, type Office } from '../../model/entity.ts';
import { type LabelId, type RelationType } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { labelDef, relationDef, type Schema } from '../../model/schema.ts';
import { type Column } from './column.ts';

/** How a table says things that are ids inside: in Persian for people, as they are for programs. */
export interface Wording {
  readonly header: (column: Column<never>) => string;
  readonly label: (id: LabelId) => string;
  readonly relation: (type: RelationType) => string;
  /** The value of an attribute of this Label. */
  readonly value: (label: LabelId, attribute: string, value: string) => string;
  readonly flag: (isRaised: boolean) => string;
  readonly origin: (origin: Annotation['origin']) => string;
  readonly role: (role: SetRole) => string;
  readonly status: (status: SetStatus) => string;
  readonly annotatorKind: (kind: Annotator['kind']) => string;
  readonly entityKind: (kind: Entity['kind']) => string;
  readonly targetKind: (kind: Relation['to']['kind']) => string;
  /** Words around a label: people read them on one line. */
  readonly context: (text: string) => string;
  readonly offices: (offices: readonly Office[]) => string;
  readonly list: (items: readonly string[]) => string;
}

export const wordingForPrograms: Wording = {
  header: ({ id }) => id,
  label: (id) => id,
  relation: (type) => type,
  value: (_label, _attribute, value) => value,
  flag: String,
  origin: (origin) => origin,
  role: (role) => role,
  status: (status) => status,
  annotatorKind: (kind) => kind,
  entityKind: (kind) => kind,
  targetKind: (kind) => (kind === 'annotation' ? 'span' : kind),
  context: (text) => text,
  offices: (offices) => (offices.length === 0 ? '' : JSON.stringify(offices)),
  list: (items) => (items.length === 0 ? '' : JSON.stringify(items)),
};

type TableCode = keyof typeof tables;
const said = (code: TableCode): string => tables[code].fa;

const joined = (items: readonly string[]): string => items.join('؛ ');

/** Headers have the name for programs beside the Persian one, so that the two kinds of file can be laid side by side. */
export const wordingForPeople = (schema: Schema): Wording => ({
  header: ({ id, name }) => `${name ?? said(`table.column.${id}` as TableCode)} (${id})`,
  label: (id) => labelDef(schema, id)?.name.fa ?? id,
  relation: (type) => relationDef(schema, type)?.name.fa ?? type,
  value(label, attribute, value) {
    const def = labelDef(schema, label)?.attributes.find(({ id }) => id === attribute);
    return def?.choices.find(({ id }) => id === value)?.name.fa ?? value;
  },
  flag: (isRaised) => (isRaised ? said('table.yes') : ''),
  origin: (origin) => said(`table.origin.${origin}`),
  role: (role) => said(`table.role.${role}`),
  status: (status) => screens[`status.${status}`].fa,
  annotatorKind: (kind) => said(`table.annotator.${kind}`),
  entityKind: (kind) => people[`people.kind.${kind}`].fa,
  targetKind: (kind) => said(kind === 'annotation' ? 'table.target.span' : 'table.target.entity'),
  context: (text) => text.replace(/\s+/g, ' '),
  offices: (offices) => joined(offices.map(({ title, from, to }) => (from ?? to ? `${title} (${from ?? ''} – ${to ?? ''})` : title))),
  list: joined,
});

/** The name of a table for people: of a sheet. */
export const tableName = (table: 'annotations' | 'relations' | 'articles' | 'sets' | 'entities'): string => said(`table.${table}`);
