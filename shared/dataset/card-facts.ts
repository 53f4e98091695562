import { type ConfigName } from '../codecs/hugging-face/configs.ts';
import { type LossReport } from '../codecs/loss-report.ts';
import { type Bilingual, type Schema } from '../model/schema.ts';

/** Everything that a dataset's card says. `null` is what nobody has told yet: it stands as TODO, and no release comes of it. */
export interface CardFacts {
  readonly name: string | null;
  readonly summary: string | null;
  /** Major when labels, offsets or splits change; minor when documents or attributes are added; patch for corrections. */
  readonly version: string | null;
  /** `YYYY-MM-DD`. There is no clock here: the same facts give the same card. */
  readonly releaseDate: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly licence: Licence | null;
  readonly schema: Schema;
  readonly guidelineVersion: string | null;
  /** What each Label means, by its id. */
  readonly definitions: Readonly<Record<string, Bilingual>>;
  readonly form: 'jsonl' | 'parquet';
  readonly splits: readonly SplitFacts[];
  readonly grouping: GroupingFacts | null;
  readonly source: SourceFacts;
  readonly annotators: AnnotatorFacts;
  readonly process: string | null;
  readonly agreement: AgreementFacts | null;
  readonly losses: LossReport | null;
  /** Articles that were left out, and why. */
  readonly withheld: readonly { readonly reason: string; readonly documents: number }[];
  readonly limits: string | null;
  readonly personalData: string | null;
  readonly intendedUse: string | null;
  readonly outOfScopeUse: string | null;
  readonly changelog: string | null;
  readonly citation: string | null;
  readonly contact: string | null;
  readonly tags: readonly string[];
}

/** Of the annotations: one that the Hub knows by id, or another one by its name and where it can be read. */
export type Licence = { readonly id: string } | { readonly name: string; readonly link: string };

export interface SplitFacts {
  /** The stem of its files: `train`, `validation`, `test` … */
  readonly name: string;
  readonly documents: number;
  /** Documents of one group are in one split. */
  readonly groups: number;
  readonly annotations: number;
  readonly relations: number;
  /** Rows of each table; a table without rows has no file for the split. */
  readonly rows: Readonly<Partial<Record<ConfigName, number>>>;
}

export interface GroupingFacts {
  /** How documents came into groups and groups into splits, in a sentence or two. */
  readonly method: string;
  readonly thresholds: readonly { readonly name: string; readonly value: string }[];
  readonly seed: string;
}

export interface SourceFacts {
  readonly publishers: readonly { readonly name: string; readonly documents: number }[];
  /** Gregorian, of the articles themselves. */
  readonly published: DateRange | null;
  readonly collected: DateRange | null;
  /** Whose the texts are and what allows them to be here. */
  readonly rights: string | null;
}

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Of all together; nobody is named. */
export interface AnnotatorFacts {
  readonly people: number;
  readonly machines: number;
  readonly training: string | null;
  readonly background: string | null;
  readonly pay: string | null;
}

/** Values as they were measured, or why there are none. */
export type AgreementFacts =
  | { readonly values: readonly AgreementValue[] }
  | { readonly absence: string };

export interface AgreementValue {
  readonly layer: string;
  readonly method: string;
  readonly value: string;
  /** How many things it was measured on, with their kind: `412 spans`. */
  readonly n: string;
}
