import { type LabelId } from '../../model/id.ts';
import { type Bilingual, type LabelDef, type Schema } from '../../model/schema.ts';
import { problem, type Problem } from '../../result.ts';
import { type Addition } from './additions.ts';
import { alteredSchema } from './alter-schema.ts';
import { type Ground, leastInkContrast, leastTextContrast, readability } from './contrast.ts';
import { idsBeside } from './rows.ts';
import { idOfPart, type LabelTraits, partWithId, type SchemaEdit, type SchemaPart } from './schema-edit.ts';

/**
 * Why the edit may not be made, each with the field that a person has to correct; what `validateSchema` refuses in the
 * result apart. Codes: `schema-part-missing`, `schema-id-taken`, `schema-id-wrong`, `schema-name-empty`, `schema-last-part`,
 * `schema-into-itself`, `schema-key-taken`, `schema-badge-taken`, `schema-badge-empty`, `schema-colour-faint`, `schema-tint-dark`.
 */
export function refusals(schema: Schema, edit: SchemaEdit): readonly Problem[] {
  switch (edit.kind) {
    case 'name':
      return [...missing(schema, edit.part), ...emptyNames(edit.name)];
    case 'change-id':
      return [...missing(schema, edit.part), ...idProblems(schema, edit.part, edit.id)];
    case 'retire':
      return [...missing(schema, edit.part), ...fateProblems(schema, edit.part, edit.into)];
    case 'move':
      return missing(schema, edit.part);
    case 'add-label':
      return [
        ...newPart(schema, { kind: 'label', label: edit.label.id }, edit.label),
        ...traitProblems(schema, edit.label.id, edit.label),
      ];
    case 'add-attribute':
      return newPart(schema, { kind: 'attribute', label: edit.label, attribute: edit.attribute.id }, edit.attribute);
    case 'add-choice':
      return newPart(schema, { ...edit, kind: 'choice', choice: edit.choice.id }, edit.choice);
    case 'add-relation':
      return newPart(schema, { kind: 'relation', relation: edit.relation.type }, edit.relation);
    case 'alter-label':
      return [...missing(schema, { kind: 'label', label: edit.label }), ...traitProblems(schema, edit.label, edit.traits)];
    case 'alter-relation':
      return missing(schema, { kind: 'relation', relation: edit.relation });
    case 'set-crossing':
      return edit.pair.flatMap((label) => missing(schema, { kind: 'label', label }));
    case 'add-several':
      return severalProblems(schema, edit.additions);
    case 'set-rules':
    case 'set-weight':
      return [];
    case 'replace':
      return edit.schema.labels.flatMap(({ id, badge, colour }, index) => inLabel(index, traitProblems(edit.schema, id, { badge, colour })));
  }
}

/** Each on the Schema that those before it have led to. */
function severalProblems(schema: Schema, additions: readonly Addition[]): readonly Problem[] {
  let now = schema;
  for (const addition of additions) {
    const problems = refusals(now, addition);
    if (problems.length > 0) return problems;
    now = alteredSchema(now, addition);
  }
  return [];
}

const missing = (schema: Schema, part: SchemaPart): readonly Problem[] =>
  idsBeside(schema, part)?.includes(idOfPart(part)) ? [] : [problem('schema-part-missing', { field: 'id' }, { id: idOfPart(part) })];

const emptyNames = (name: Bilingual): readonly Problem[] =>
  (['fa', 'en'] as const)
    .filter((language) => name[language].trim() === '')
    .map((language) => problem('schema-name-empty', { field: `name.${language}` }));

/** Choices may begin with a digit (`1sg`); everything else begins with a letter. */
const shapeOf = (kind: SchemaPart['kind']): RegExp => (kind === 'choice' ? /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/ : /^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

function idProblems(schema: Schema, part: SchemaPart, id: string): readonly Problem[] {
  if (!shapeOf(part.kind).test(id)) return [problem('schema-id-wrong', { field: 'id' }, { id })];
  const others = idsBeside(schema, part)?.filter((one) => one !== idOfPart(part)) ?? [];
  return others.includes(id) ? [problem('schema-id-taken', { field: 'id' }, { id })] : [];
}

/** `part` bears the id of what shall be added. */
function newPart(schema: Schema, part: SchemaPart, { name }: { readonly name: Bilingual }): readonly Problem[] {
  const beside = idsBeside(schema, part);
  if (!beside) return missing(schema, part);
  const id = idOfPart(part);
  const taken = beside.includes(id) ? [problem('schema-id-taken', { field: 'id' }, { id })] : idProblems(schema, part, id);
  return [...taken, ...emptyNames(name)];
}

/** A Schema needs a Label, and a choice a value to choose. */
function fateProblems(schema: Schema, part: SchemaPart, into: string | null): readonly Problem[] {
  const isLast = (part.kind === 'label' || part.kind === 'choice') && idsBeside(schema, part)?.length === 1;
  if (isLast) return [problem('schema-last-part', { field: 'id' }, { id: idOfPart(part) })];
  if (into === null) return [];
  return into === idOfPart(part) ? [problem('schema-into-itself', { field: 'into' }, { id: into })] : missing(schema, partWithId(part, into));
}

/** Problems of a Label that is not open alone, but one among others. */
const inLabel = (index: number, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, place: { ...one.place, field: `labels.${index}.${one.place.field}` } }));

function traitProblems(schema: Schema, id: LabelId, { key, badge, colour }: Partial<LabelTraits>): readonly Problem[] {
  const others = schema.labels.filter((label) => label.id !== id);
  const keyHolder = typeof key === 'number' && others.find((one) => one.key === key);
  const badgeHolder = badge !== undefined && others.find((one) => one.badge === badge);
  return [
    ...(keyHolder ? [problem('schema-key-taken', { field: 'key' }, { key: keyHolder.key ?? 0, label: keyHolder.id })] : []),
    ...(badgeHolder ? [problem('schema-badge-taken', { field: 'badge' }, { badge: badgeHolder.badge, label: badgeHolder.id })] : []),
    ...(badge?.trim() === '' ? [problem('schema-badge-empty', { field: 'badge' })] : []),
    ...(colour ? (['light', 'dark'] as const).flatMap((ground) => colourProblems(colour, ground)) : []),
  ];
}

/** Floored to two digits, so that a ratio below the limit never reads as the limit. */
const shown = (ratio: number): number => Math.floor(ratio * 100) / 100;

function colourProblems(colour: LabelDef['colour'], ground: Ground): readonly Problem[] {
  const { ink, text } = readability(colour[ground], ground);
  const tooLow = (code: string, part: keyof LabelDef['colour'][Ground], ratio: number, least: number): readonly Problem[] =>
    ratio >= least ? [] : [problem(code, { field: `colour.${ground}.${part}` }, { ratio: shown(ratio), least })];
  return [...tooLow('schema-colour-faint', 'ink', ink, leastInkContrast), ...tooLow('schema-tint-dark', 'tint', text, leastTextContrast)];
}
