import { type LabelId, type RelationType } from './id.ts';
import { type AttributeKind } from './attribute-kinds.ts';
import { type CodedRule, type Weight } from './coded-rule.ts';
import { type StatedRule } from './stated-rule.ts';

/** A name in both languages of the interface. */
export interface Bilingual {
  readonly fa: string;
  readonly en: string;
}

/** One value of a choice. The first one listed in its AttributeDef is the default. */
export interface ChoiceDef {
  readonly id: string;
  readonly name: Bilingual;
}

export interface AttributeDef {
  readonly id: string;
  readonly name: Bilingual;
  readonly kind: AttributeKind;
  /** For kinds `choice` and `option`; empty otherwise. */
  readonly choices: readonly ChoiceDef[];
}

export const lanePatterns = ['solid', 'double', 'dots', 'dash-dot', 'dashes', 'long-dash', 'thin-dashes', 'thin'] as const;
export type LanePattern = (typeof lanePatterns)[number];

/** Ink draws lanes and badges, tint lies behind text; both `#RRGGBB`. */
export interface Swatch {
  readonly ink: string;
  readonly tint: string;
}

export interface LabelDef {
  readonly id: LabelId;
  readonly name: Bilingual;
  /** What it means in this project; without it, what the guideline says. Either language may be empty. */
  readonly definition?: Bilingual;
  /** The digit that sets it, 1 to 9, or `null`. */
  readonly key: number | null;
  /** One Persian letter: colour is never the only sign. */
  readonly badge: string;
  readonly pattern: LanePattern;
  readonly colour: { readonly light: Swatch; readonly dark: Swatch };
  /** May it have more than one Span? */
  readonly discontinuous: boolean;
  /** Does it stand for an Entity (speaker, addressee, mention)? */
  readonly entity: boolean;
  readonly attributes: readonly AttributeDef[];
}

export interface RelationDef {
  readonly type: RelationType;
  readonly name: Bilingual;
  readonly from: readonly LabelId[];
  readonly to: readonly LabelId[];
  /** May it point at an Entity when the text has no mention? */
  readonly toEntity: boolean;
  /** The target must have the Label of the source (RESTATES). */
  readonly sameLabel: boolean;
}

/** Labels whose Spans may not cross (partly overlap) another Span of the labels named. */
export interface CrossingRule {
  readonly label: LabelId;
  readonly mayNotCross: readonly LabelId[];
}

/** The annotation scheme as data. */
export interface Schema {
  readonly id: string;
  /** `major.minor`; a file with another major is refused. */
  readonly version: string;
  readonly name: Bilingual;
  readonly labels: readonly LabelDef[];
  readonly relations: readonly RelationDef[];
  readonly crossing: readonly CrossingRule[];
  /** What the task asks of Annotations, as far as it is data; absent in Schemas that are older than that (`usualRules` hold then). */
  readonly rules?: readonly StatedRule[];
  /** How grave it is here not to keep rules that are code; those that are not named are as grave as usual (`usualWeight`). */
  readonly weights?: Readonly<Partial<Record<CodedRule, Weight>>>;
}

export const labelDef = (schema: Schema, id: LabelId): LabelDef | undefined => schema.labels.find((label) => label.id === id);

export const relationDef = (schema: Schema, type: RelationType): RelationDef | undefined =>
  schema.relations.find((relation) => relation.type === type);

/** The Relations that may start at this Label, in the Schema's order: the first one is what the link key makes. */
export const relationsFrom = (schema: Schema, label: LabelId): readonly RelationDef[] =>
  schema.relations.filter((relation) => relation.from.includes(label));
