import { freshLabel } from '../../../shared/commands/schema/fresh-label.ts';
import { type SchemaEdit } from '../../../shared/commands/schema/schema-edit.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { type AttributeKind, hasChoices } from '../../../shared/model/attribute-kinds.ts';
import { type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { type Bilingual, type ChoiceDef, type Schema } from '../../../shared/model/schema.ts';

/** What is to be added, and where. */
export type Added =
  | { readonly kind: 'label' | 'relation' }
  | { readonly kind: 'attribute'; readonly label: LabelId }
  | { readonly kind: 'choice'; readonly label: LabelId; readonly attribute: string };

/** What a person says of something new. */
export interface Described {
  readonly id: string;
  readonly name: Bilingual;
  /** Of an attribute. */
  readonly kind: AttributeKind;
}

/** A choice must have something to choose: it begins with these, to be renamed. */
const firstChoices: readonly ChoiceDef[] = [
  { id: 'yes', name: catalogue['schema.choice.yes'] },
  { id: 'no', name: catalogue['schema.choice.no'] },
];

export function addition(schema: Schema, what: Added, { id, name, kind }: Described): SchemaEdit {
  switch (what.kind) {
    case 'label':
      return { kind: 'add-label', label: freshLabel(schema, id as LabelId, name) };
    case 'relation': {
      const labels = schema.labels.map((label) => label.id).slice(0, 1);
      return { kind: 'add-relation', relation: { type: id as RelationType, name, from: labels, to: labels, toEntity: false, sameLabel: false } };
    }
    case 'attribute':
      return { kind: 'add-attribute', label: what.label, attribute: { id, name, kind, choices: hasChoices(kind) ? firstChoices : [] } };
    case 'choice':
      return { kind: 'add-choice', label: what.label, attribute: what.attribute, choice: { id, name } };
  }
}
