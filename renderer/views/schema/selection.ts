import { idsBeside } from '../../../shared/commands/schema/rows.ts';
import { idOfPart, partWithId, type SchemaEdit, type SchemaPart } from '../../../shared/commands/schema/schema-edit.ts';
import { type Schema } from '../../../shared/model/schema.ts';

/** What is open in the middle of the screen. */
export type Selection = Extract<SchemaPart, { readonly kind: 'label' | 'relation' }> | { readonly kind: 'crossing' } | { readonly kind: 'rules' };

/** What may be open, the most wanted first. */
export type Wanted = readonly Selection[];

/** The first of what is wanted that is there, otherwise the first label. @throws if the Schema has none, which no sound one has. */
export function selectionIn(schema: Schema, wanted: Wanted): Selection {
  const found = wanted.find((one) => one.kind === 'crossing' || one.kind === 'rules' || idsBeside(schema, one)?.includes(idOfPart(one)));
  if (found) return found;
  const [first] = schema.labels;
  if (!first) throw new Error(`schema ${schema.id} has no label`);
  return { kind: 'label', label: first.id };
}

/**
 * What is wanted from an edit on: what is new, or what is open and what becomes of it. It holds before and after the edit and when that is undone,
 * for the altered Schema may be there before the answer that the edit was made, and must not show another part in between.
 */
export function wantedThrough(edit: SchemaEdit, wanted: Wanted, open: Selection): Wanted {
  if (edit.kind === 'add-label') return [{ kind: 'label', label: edit.label.id }, open];
  if (edit.kind === 'add-relation') return [{ kind: 'relation', relation: edit.relation.type }, open];
  if (edit.kind !== 'change-id' && edit.kind !== 'retire') return wanted;
  const isPart = open.kind !== 'crossing' && open.kind !== 'rules';
  const isOpen = isPart && open.kind === edit.part.kind && idOfPart(open) === idOfPart(edit.part);
  const id = edit.kind === 'change-id' ? edit.id : edit.into;
  return isOpen && id !== null ? [open, partWithId(edit.part, id) as Selection] : wanted;
}
