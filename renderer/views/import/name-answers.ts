import { type ForeignName } from '../../../shared/codecs/naming/foreign-names.ts';
import { isUntold, meanings } from '../../../shared/codecs/naming/meanings.ts';
import { type NameChoice, type NameChoices, type NamePart, partKey } from '../../../shared/codecs/naming/name-part.ts';
import { alteredSchema } from '../../../shared/commands/schema/alter-schema.ts';
import { freshLabel } from '../../../shared/commands/schema/fresh-label.ts';
import { type LabelId, type RelationType } from '../../../shared/model/id.ts';
import { type AttributeDef, type Bilingual, labelDef, type LabelDef, type RelationDef, type Schema } from '../../../shared/model/schema.ts';
import { type NamesAnswer, type NamesQuestion, type SchemaAddition } from './import-tools.ts';

/** What stands in one field of the question: the id of a part of the Schema, or one of these; no id begins so. */
export const leftOut = '-';
export const asNew = '+';

/** By `partKey`; a name that nothing was said of is left out. */
export type NameDraft = ReadonlyMap<string, string>;

/** What was said last time, as far as the Schema still has it. */
export const draftOf = ({ last }: NamesQuestion): NameDraft => new Map(last.flatMap(({ part, to }) => (to === null ? [] : [[partKey(part), to] as const])));

/** An id by the name that a file gives something: that name where it can be one, and otherwise the first free number. */
function idFor(name: string, stem: string, isFree: (id: string) => boolean): string {
  if (isLegalName(name) && isFree(name)) return name;
  for (let number = 1; ; number++) if (isFree(`${stem}_${number}`)) return `${stem}_${number}`;
}

const isLegalName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);

const bilingual = (name: string): Bilingual => ({ fa: name, en: name });

/** Any text: what a file's values are is not known before all of them were seen, and a person can say it later. */
const attributeFor = (id: string, name: string): AttributeDef => ({ id, name: bilingual(name), kind: 'text', choices: [] });

/** A Label that allows whatever the file does with it; its attributes come along as plain text. */
function labelFor({ part, hasPieces, hasEntity }: ForeignName, names: readonly ForeignName[], schema: Schema): LabelDef {
  const attributes = names.flatMap(({ part: other }): readonly AttributeDef[] =>
    other.kind === 'attribute' && other.label === part.name && isLegalName(other.name) ? [attributeFor(other.name, other.name)] : []);
  const id = idFor(part.name, 'LABEL', (one) => !schema.labels.some((label) => label.id === one)) as LabelId;
  return { ...freshLabel(schema, id, bilingual(part.name)), discontinuous: hasPieces, entity: hasEntity, attributes };
}

/** A relation between whatever the file joins by it, as far as that comes in; `null` where nothing of it does. */
function relationFor({ part, from, to, toEntity }: ForeignName, schema: Schema, choices: NameChoices): RelationDef | null {
  const means = meanings(schema, choices);
  const idsOf = (labels: readonly string[]): readonly LabelId[] =>
    [...new Set(labels.flatMap((name) => {
      const label = means.label(name);
      return label.kind === 'id' ? [label.id] : [];
    }))];
  const ends = { from: idsOf(from), to: idsOf(to) };
  if (ends.from.length === 0 || (ends.to.length === 0 && !toEntity)) return null;
  const type = idFor(part.name, 'RELATION', (one) => !schema.relations.some((relation) => relation.type === one)) as RelationType;
  return { type, name: bilingual(part.name), ...ends, toEntity, sameLabel: false };
}

/** What a draft comes to: a choice for every name that has to be asked about, and what to add to the Schema. */
export function answerOf({ schema, names }: NamesQuestion, draft: NameDraft): NamesAnswer {
  const added: SchemaAddition[] = [];
  const extended = (): Schema => withAdded(schema, added);
  const choices: NameChoice[] = [];
  const saidOf = (part: NamePart): string => draft.get(partKey(part)) ?? leftOut;
  const chosen = (part: NamePart): string | null => optionsFor(part, extended(), choices).some(({ id }) => id === saidOf(part)) ? saidOf(part) : null;
  const isAsked = isUntold(schema, []);
  const ofKind = (kind: NamePart['kind']): readonly ForeignName[] => names.filter(({ part }) => part.kind === kind);
  for (const name of ofKind('label').filter(({ part }) => isAsked(part))) {
    const label = saidOf(name.part) === asNew ? labelFor(name, names, extended()) : null;
    if (label) added.push({ kind: 'add-label', label });
    choices.push({ part: name.part, to: label?.id ?? chosen(name.part) });
  }
  // Only now is it known what the ends of relations are, and which labels lack an attribute.
  for (const name of ofKind('relation').filter(({ part }) => isAsked(part))) {
    const relation = saidOf(name.part) === asNew ? relationFor(name, extended(), choices) : null;
    if (relation) added.push({ kind: 'add-relation', relation });
    choices.push({ part: name.part, to: relation?.type ?? chosen(name.part) });
  }
  for (const { part } of ofKind('attribute')) {
    if (part.kind !== 'attribute' || !isUntold(extended(), choices)(part)) continue;
    const label = saidOf(part) === asNew ? meanings(extended(), choices).label(part.label) : null;
    if (label?.kind !== 'id') choices.push({ part, to: chosen(part) });
    else {
      const own = labelDef(extended(), label.id)?.attributes ?? [];
      const id = idFor(part.name, 'attribute', (one) => !own.some((attribute) => attribute.id === one));
      added.push({ kind: 'add-attribute', label: label.id, attribute: attributeFor(id, part.name) });
      choices.push({ part, to: id });
    }
  }
  return { choices, added };
}

/** The Schema with what it is to get. */
export const withAdded = (schema: Schema, added: readonly SchemaAddition[]): Schema => added.reduce(alteredSchema, schema);

/** The names to ask about, as long as the draft says what it says: an attribute only once its Label has a meaning that lacks it. */
export function askedNames({ schema, names }: NamesQuestion, { choices, added }: NamesAnswer): readonly ForeignName[] {
  const [isAsked, isOpen] = [isUntold(schema, []), isUntold(withAdded(schema, added.filter(({ kind }) => kind === 'add-label')), choices)];
  return names.filter(({ part }) => (part.kind === 'attribute' ? isOpen(part) : isAsked(part)));
}

interface NameOption {
  readonly id: string;
  readonly name: Bilingual;
}

/** What of the Schema a name can be said to mean. */
export function optionsFor(part: NamePart, schema: Schema, choices: NameChoices): readonly NameOption[] {
  switch (part.kind) {
    case 'label':
      return schema.labels;
    case 'relation':
      return schema.relations.map(({ type, name }) => ({ id: type, name }));
    case 'attribute': {
      const label = meanings(schema, choices).label(part.label);
      return label.kind === 'id' ? (labelDef(schema, label.id)?.attributes ?? []) : [];
    }
  }
}
