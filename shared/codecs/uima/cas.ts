import { type Span } from '../../text/offsets.ts';
import { countedFrom } from '../number-rows.ts';

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

/** A feature structure on its way into a file. */
export interface WrittenStructure {
  readonly id: number;
  readonly type: string;
  /** Where it stands in the text; its first features are then the Sofa and this. */
  readonly place: Span | null;
  readonly features: readonly (readonly [name: string, value: FeatureValue])[];
}

/** Feature structures that have a place and nothing else, with ids from `firstId` on. There are as many as a text has words. */
export interface WrittenPlaces {
  readonly type: string;
  readonly firstId: number;
  readonly places: readonly Span[];
}

/** A CAS on its way into a file: its parts in this order, and so are the ids in them, from 1 up. The Sofa is the first structure. */
export interface WrittenCas {
  readonly head: readonly WrittenStructure[];
  readonly segments: readonly WrittenPlaces[];
  readonly marks: readonly WrittenStructure[];
}

/** Ids of all its structures but the Sofa. @throws where that is not the first. */
export function membersOf({ head, segments, marks }: WrittenCas): Int32Array {
  if (head[0]?.type !== sofaType) throw new Error('the Sofa of a CAS does not come first');
  return countedFrom(sofaId + 1, segments.reduce((sum, { places }) => sum + places.length, head.length + marks.length) - 1);
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
