import { type Span } from '../../text/offsets.ts';

/** A feature that points at another feature structure, by its id. */
export interface Reference {
  readonly reference: number;
}

/** XMI gives every value as text; what kind it is says the type system, or whoever asks. */
export type FeatureValue = string | number | boolean | Reference;

/** The unit that a CAS is made of (UIMA 2.10, "CAS Reference"): a typed record with named values. */
export interface FeatureStructure {
  /** Positive and unique in its CAS. */
  readonly id: number;
  /** Full name with dots: `uima.tcas.Annotation`. */
  readonly type: string;
  readonly features: ReadonlyMap<string, FeatureValue>;
  /** Where it stands in its file, when that is known. */
  readonly line?: number;
}

/** A feature structure on its way into a file. There are as many as a text has words, so it holds nothing that can be told from its kind. */
export interface WrittenStructure {
  readonly id: number;
  readonly type: string;
  /** Where it stands in the text; its first features are then the Sofa and this. */
  readonly place: Span | null;
  readonly features: readonly (readonly [name: string, value: FeatureValue])[];
}

export const sofaType = 'uima.cas.Sofa';
/** The Sofa comes first. */
export const sofaId = 1;
export const initialView = '_InitialView';

/** The text of a string feature; `null` when it is absent or no text. */
export function textOf({ features }: FeatureStructure, name: string): string | null {
  const value = features.get(name);
  if (value === undefined || typeof value === 'object') return null;
  return String(value);
}

/** A whole number from 0 up; `null` when it is absent or something else. */
export function numberOf({ features }: FeatureStructure, name: string): number | null {
  const value = features.get(name);
  if (typeof value === 'string') return /^\d{1,10}$/.test(value) ? Number(value) : null;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The id that a reference names; `null` when it is absent or no reference. */
export function referenceOf(structure: FeatureStructure, name: string): number | null {
  const value = structure.features.get(name);
  return typeof value === 'object' ? value.reference : numberOf(structure, name);
}

/** `Mark` of `webanno.custom.Mark`. */
export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);
