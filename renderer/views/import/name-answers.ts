import { type ForeignName } from '../../../shared/codecs/naming/foreign-names.ts';
import { isUntold, meanings } from '../../../shared/codecs/naming/meanings.ts';
import { type NameChoice, type NameChoices, type NamePart, partKey } from '../../../shared/codecs/naming/name-part.ts';
import { freshLabel } from '../../../shared/commands/schema/fresh-label.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type AttributeDef, type Bilingual, labelDef, type LabelDef, type Schema } from '../../../shared/model/schema.ts';
import { type NamesAnswer, type NamesQuestion } from './import-tools.ts';

/** What stands in one field of the question: the id of a part of the Schema, or one of these; no id begins so. */
export const leftOut = '-';
export const asNew = '+';

/** By `partKey`; a name that nothing was said of is left out. */
export type NameDraft = ReadonlyMap<string, string>;

/** What was said last time, as far as the Schema still has it. */
export const draftOf = ({ last }: NamesQuestion): NameDraft => new Map(last.flatMap(({ part, to }) => (to === null ? [] : [[partKey(part), to] as const])));

/** An id for a Label by the name that a file gives it: that name where it can be one, and otherwise the first free number. */
function idFor(name: string, { labels }: Schema): LabelId {
  const isFree = (id: string): boolean => !labels.some((label) => label.id === id);
  if (isLegalName(name) && isFree(name)) return name as LabelId;
  for (let number = 1; ; number++) if (isFree(`LABEL_${number}`)) return `LABEL_${number}` as LabelId;
}

const isLegalName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);

const bilingual = (name: string): Bilingual => ({ fa: name, en: name });

/** A Label that allows whatever the file does with it; its attributes come along as plain text. */
function labelFor({ part, hasPieces, hasEntity }: ForeignName, names: readonly ForeignName[], schema: Schema): LabelDef {
  const attributes = names.flatMap(({ part: other }): readonly AttributeDef[] =>
    other.kind === 'attribute' && other.label === part.name && isLegalName(other.name)
      ? [{ id: other.name, name: bilingual(other.name), kind: 'text', choices: [] }]
      : []);
  return { ...freshLabel(schema, idFor(part.name, schema), bilingual(part.name)), discontinuous: hasPieces, entity: hasEntity, attributes };
}

/** What a draft comes to: a choice for every name that has to be asked about, and the Labels to add. */
export function answerOf({ schema, names }: NamesQuestion, draft: NameDraft): NamesAnswer {
  const added: LabelDef[] = [];
  const extended = (): Schema => ({ ...schema, labels: [...schema.labels, ...added] });
  const choices: NameChoice[] = [];
  const isAsked = isUntold(schema, []);
  for (const name of names.filter(({ part }) => part.kind !== 'attribute' && isAsked(part))) {
    const said = draft.get(partKey(name.part)) ?? leftOut;
    if (said === asNew) added.push(labelFor(name, names, extended()));
    const to = said === asNew ? (added.at(-1)?.id ?? null) : optionsFor(name.part, schema, []).some(({ id }) => id === said) ? said : null;
    choices.push({ part: name.part, to });
  }
  const isOpen = isUntold(extended(), choices);
  for (const { part } of names.filter((name) => name.part.kind === 'attribute' && isOpen(name.part))) {
    const said = draft.get(partKey(part)) ?? leftOut;
    choices.push({ part, to: optionsFor(part, extended(), choices).some(({ id }) => id === said) ? said : null });
  }
  return { choices, added };
}

/** The names to ask about, as long as the draft says what it says: an attribute only once its Label has a meaning that lacks it. */
export function askedNames({ schema, names }: NamesQuestion, { choices, added }: NamesAnswer): readonly ForeignName[] {
  const [isAsked, isOpen] = [isUntold(schema, []), isUntold({ ...schema, labels: [...schema.labels, ...added] }, choices)];
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
