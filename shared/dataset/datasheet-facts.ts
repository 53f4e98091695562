import { type Codec } from '../codecs/codec.ts';
import { type ConfigName } from '../codecs/hugging-face/configs.ts';
import { type Loss } from '../codecs/loss-report.ts';
import { type Schema } from '../model/schema.ts';
import { type AgreementScore, type Definitions, type MeasuredOn } from './card-ground.ts';
import { type TextMode } from './export-options.ts';
import { type ReleaseChanges } from './release-changes.ts';

/** What the records show, and what a person adds to it or says in its place; one of the two is enough. */
export interface Told<Found> {
  readonly told: string | null;
  readonly found: Found;
}

/** Everything that a dataset's card says. `null` is what nobody has told yet: it stands as TODO, and no release comes of it. */
export interface DatasheetFacts {
  readonly title: string | null;
  readonly summary: string | null;
  /** Major when labels, offsets or splits change; minor when articles or attributes are added; patch for corrections. */
  readonly version: string | null;
  /** `YYYY-MM-DD`, where somebody has given one. There is no clock here: the same facts give the same card. */
  readonly date: string | null;
  /** BCP 47, sorted. */
  readonly languages: readonly string[];
  /** Of the annotations: an id that the Hub knows, or a name with the address where it can be read. */
  readonly annotationLicence: string | null;
  /** Whose the texts are and what allows them to be here. */
  readonly textRights: string | null;
  readonly schema: Schema;
  /** Found: its title and version. */
  readonly guideline: Told<string | null>;
  /** What each Label means, by its id. */
  readonly definitions: Definitions;
  readonly codec: Pick<Codec, 'title' | 'offsetUnit'>;
  /** How much of the texts is there. */
  readonly text: TextMode;
  /** How the tables that `datasets` loads are written; `null` for other formats. */
  readonly form: 'jsonl' | 'parquet' | null;
  readonly splits: readonly SplitFacts[];
  readonly grouping: GroupingFacts | null;
  /** Found: articles of each, those of nobody left out. */
  readonly publishers: Told<readonly { readonly name: string; readonly articles: number }[]>;
  /** Found: of the articles themselves, Gregorian days or months. */
  readonly published: Told<{ readonly from: string; readonly to: string } | null>;
  /** When and how the articles were collected. */
  readonly collection: string | null;
  readonly people: number;
  readonly machines: number;
  /** What people are called in the files. */
  readonly names: 'own' | 'pseudonyms' | 'merged';
  /** Of all people together: training, language background, pay. Nobody is named. */
  readonly annotators: string | null;
  readonly process: string | null;
  /** Found: what was measured, and on what. Told: how, or why nothing was. */
  readonly agreement: Told<readonly AgreementScore[]> & { readonly measuredOn?: MeasuredOn | null };
  readonly losses: readonly Loss[];
  /** What was left out by choice, in words, with its number. */
  readonly leftOut: readonly { readonly what: string; readonly count: number }[];
  readonly limits: string | null;
  readonly personalData: string | null;
  readonly intendedUse: string | null;
  readonly outOfScopeUse: string | null;
  /** Found: which Articles are new, other or gone since the release before. What that means only a person can say. */
  readonly changes: Told<ReleaseChanges | null>;
  readonly citation: string | null;
  readonly contact: string | null;
  readonly tags: readonly string[];
}

export interface SplitFacts {
  /** As `datasets` calls it: `train`, `validation`, `test` … */
  readonly name: string;
  /** As its files are called. */
  readonly stem: string;
  readonly articles: number;
  /** Articles of one group are in one split. `null` where nothing was grouped. */
  readonly groups: number | null;
  readonly annotations: number;
  /** Those that have a file for the split. */
  readonly tables: readonly TableFacts[];
}

/** The file of one table and split: what `datasets` compares with what it has loaded. */
export interface TableFacts {
  readonly name: ConfigName;
  readonly rows: number;
  readonly bytes: number;
}

export interface GroupingFacts {
  /** How articles came into groups and groups into splits, in a sentence or two. */
  readonly method: string;
  readonly thresholds: readonly { readonly name: string; readonly value: string }[];
  /** `null` where nothing was drawn. */
  readonly seed: string | null;
  /** The most alike that ended in different splits. Titles are empty where they do not leave. */
  readonly closest: readonly { readonly articles: readonly [string, string]; readonly titles: readonly [string, string]; readonly splits: readonly [string, string]; readonly jaccard: number }[];
}
