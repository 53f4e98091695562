import { idsBeside } from '../../../shared/commands/schema/rows.ts';
import { idOfPart, partWithId, type SchemaEdit, type SchemaPart } from '../../../shared/commands/schema/schema-edit.ts';
import { type Schema } from '../../../shared/model/schema.ts';

/** What is open in the middle of the screen. */
export type Selection = Extract<SchemaPart, { readonly kind: 'label' | 'relation' }> | { readonly kind: 'crossing' } | { readonly kind: 'rules' };

/** The selection where it is there, otherwise the first label. @throws if the Schema has none, which no sound one has. */
export function selectionIn(schema: Schema, selection: Selection | null): Selection {
  if (selection && (selection.kind === 'crossing' || selection.kind === 'rules' || idsBeside(schema, selection)?.includes(idOfPart(selection)))) return selection;
  const [first] = schema.labels;
  if (!first) throw new Error(`schema ${schema.id} has no label`);
  return { kind: 'label', label: first.id };
}

/** What is open once the edit is made: what is new, what has become of it, what another has become one with. */
export function selectionAfter(selection: Selection | null, edit: SchemaEdit): Selection | null {
  if (edit.kind === 'add-label') return { kind: 'label', label: edit.label.id };
  if (edit.kind === 'add-relation') return { kind: 'relation', relation: edit.relation.type };
  if (edit.kind !== 'change-id' && edit.kind !== 'retire') return selection;
  const isPart = selection && selection.kind !== 'crossing' && selection.kind !== 'rules';
  const isOpen = isPart && selection.kind === edit.part.kind && idOfPart(selection) === idOfPart(edit.part);
  const id = edit.kind === 'change-id' ? edit.id : edit.into;
  return isOpen && id !== null ? (partWithId(edit.part, id) as Selection) : selection;
}
