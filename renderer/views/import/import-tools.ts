import { type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type ColumnMapping } from '../../../shared/codecs/corpus/column-mapping.ts';
import { type ForeignName } from '../../../shared/codecs/naming/foreign-names.ts';
import { type NameChoices } from '../../../shared/codecs/naming/name-part.ts';
import { type OffsetUnit } from '../../../shared/codecs/offset-unit.ts';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { type CleaningCounts } from '../../../shared/codecs/texts/cleaning-counts.ts';
import { type Survey } from '../../../shared/codecs/texts/survey.ts';
import { type UnitScore } from '../../../shared/codecs/unit-judgement.ts';
import { type CopyChoice } from '../../../shared/dataset/copy-groups.ts';
import { type SchemaEdit } from '../../../shared/commands/schema/schema-edit.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { type OpenTable } from '../../workers/table-client.ts';

export interface ImportProgress {
  /** `looking`: before anything is read, at what a person may want to decide. `checking`: through all of a table that is then read in parts. */
  readonly kind: 'looking' | 'checking' | 'reading' | 'storing';
  /** From 1; 0 while it is looked. */
  readonly current: number;
  readonly total: number;
  /** Of all bytes, from 0 to 1, where that is known: by them it is told how long the rest takes. */
  readonly share?: number;
}

/** What was found in files of texts, and what was said of tables with the same columns last time. */
export interface Looked {
  readonly survey: Survey;
  readonly remembered: Readonly<Record<string, ColumnMapping>>;
}

/** How files of texts are to be read. */
export interface ReadingQuestion extends Looked {
  /** All of them; of many, some were looked at. */
  readonly files: number;
  readonly areMany: boolean;
  /** Looks at them anew, read in other encodings: tables have other columns then. `null`: it was stopped. */
  readonly look: (reading: ReadingChoices, signal: AbortSignal) => Promise<Looked | null>;
  /** Counts what cleaning would alter in all of what was looked at, read so. `null`: it was stopped. */
  readonly count: (reading: ReadingChoices, signal: AbortSignal) => Promise<CleaningCounts | null>;
}

/** What a person said before anything is read. */
export interface ReadingAnswer {
  readonly reading: ReadingChoices;
  /** What is done with all that say the same as another; `null`: their groups are shown. */
  readonly copies: CopyChoice | null;
}

/** A name of a file that becomes part of the Schema. */
export type SchemaAddition = Extract<SchemaEdit, { readonly kind: 'add-label' | 'add-attribute' | 'add-relation' }>;

/** A file whose offsets may count several things, and whose text does not tell which. */
export interface UnitQuestion {
  readonly file: string;
  /** Id of its format. */
  readonly format: string;
  /** In the order in which they are offered. */
  readonly scores: readonly UnitScore[];
  /** Further files of this import and format that raise the question, too. */
  readonly others: number;
}

export interface UnitAnswer {
  /** `null`: the file is not taken in. */
  readonly unit: OffsetUnit | null;
  /** For the others of this format as well. */
  readonly forAll: boolean;
}

/** Names that the Schema does not have, of all files together. */
export interface NamesQuestion {
  readonly schema: Schema;
  /** All of them: attributes may become a question when their label has an answer. */
  readonly names: readonly ForeignName[];
  /** What was chosen for these names last time. */
  readonly last: NameChoices;
}

export interface NamesAnswer {
  readonly choices: NameChoices;
  /** What the Schema is to get, in this order. */
  readonly added: readonly SchemaAddition[];
}

/** What would come in, before anything is stored. */
export interface ImportOffer {
  /** Sound records, by kind; those that are in the project already are among them. */
  readonly articles: number;
  readonly annotations: number;
  readonly relations: number;
  /** Each with its file. */
  readonly problems: readonly Problem[];
}

/** Stores one part of an import. */
export type TakeIn = ReturnType<ProjectStore['takingIn']>;

/** What the import needs of the world. A question that is not answered (`null`) ends it, and nothing is stored. */
export interface ImportTools {
  readonly store: Pick<ProjectStore, 'schema' | 'row' | 'takingIn' | 'performOnProject'>;
  /** `null`, as of `survey`: it was stopped. `onRead`: hears how much of a long table has been read, from 0 to 1. */
  readonly decode: (files: readonly NamedBytes[], context: DecodeContext, signal?: AbortSignal, onRead?: (share: number) => void) => Promise<readonly Reading[] | null>;
  /** For a table that is too large to be given whole. */
  readonly openTable: (name: string, context: DecodeContext, tooLarge: Problem) => OpenTable;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly survey: (files: readonly NamedBytes[], context: DecodeContext, signal?: AbortSignal) => Promise<Survey | null>;
  readonly countCleanings: (files: readonly NamedBytes[], context: DecodeContext, signal: AbortSignal) => Promise<CleaningCounts | null>;
  /** Aborted when a person stops the import: what is being stored is finished, what is being read is left. */
  readonly signal?: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly askReading: (question: ReadingQuestion) => Promise<ReadingAnswer | null>;
  readonly lastColumns: (key: string) => ColumnMapping | undefined;
  readonly rememberColumns: (key: string, mapping: ColumnMapping) => void;
  readonly askUnit: (question: UnitQuestion) => Promise<UnitAnswer | null>;
  readonly askNames: (question: NamesQuestion) => Promise<NamesAnswer | null>;
  /** Whether what is sound is to be stored although something is not, or came in altered. */
  readonly confirm: (offer: ImportOffer) => Promise<boolean>;
  /** What was chosen for the names of a format last time in this project. */
  readonly lastChoices: (format: string) => NameChoices;
  readonly rememberChoices: (format: string, choices: NameChoices) => void;
}
