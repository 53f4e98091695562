import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { type Problem } from '../result.ts';
import { type Capabilities } from './capabilities.ts';
import { type OffsetUnit } from './offset-unit.ts';
import { type ParsePage } from './page/page-tree.ts';
import { type Reduction } from './reductions/reduction.ts';
import { type ReadingChoices } from './texts/reading-choices.ts';

/** A file by name, as bytes. A name may lead through folders, with `/` between them; it never leaves the folder it starts in. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of what a Writer of tables gives: how many rows came with it, though their bytes may follow later. */
  readonly rows?: number;
}

export interface DecodeContext {
  /** The Schemas at hand, by id and version; the first is the default for files that name none. */
  readonly schemas: readonly [Schema, ...(readonly Schema[])];
  /** ISO 8601, UTC: for records whose file says no time. */
  readonly now: string;
  /** Whose work it is when the file does not say. */
  readonly annotator?: Annotator;
  /** What offsets count in files that do not say and hold no words to prove it: the answer of whoever was asked. */
  readonly offsetUnit?: OffsetUnit;
  /** How files of texts alone are read, as far as a person has chosen. */
  readonly reading?: ReadingChoices;
  /** What makes a tree of a page's markup: the window's own parser, or one of the command line. Nothing in it runs or is fetched. */
  readonly parsePage?: ParsePage;
  /** Hears how much of a long table has been read, from 0 to 1. */
  readonly onRead?: (share: number) => void;
}

/** What was sound, and a Problem for everything that was not. `dataset` is null when nothing could be read at all. */
export interface Decoded {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
}

/**
 * Writes a Dataset slice by slice (`slices.ts`), so that one of any size passes through a memory of fixed size. What comes back is to
 * be appended to the files of those names, in the order given.
 */
export interface Writer {
  /** A slice that `fit` has made fit; Articles come in the order of their ids, what nothing refers to comes last. */
  readonly add: (slice: Dataset) => readonly NamedBytes[];
  /** After the last slice, once. */
  readonly end: () => readonly NamedBytes[];
}

/** One file format. */
export interface Codec {
  readonly id: string;
  /** English name of the format, as its community writes it. */
  readonly title: string;
  /** Without the dot, lower case; the first one is written. */
  readonly extensions: readonly string[];
  readonly offsetUnit: 'code-point' | 'utf-16' | 'grapheme' | 'none';
  readonly capabilities: Capabilities;
  /** Articles that the format cannot hold at all: they are left out first, with all that was done on them. */
  readonly withholds?: (article: Article) => boolean;
  /**
   * What the format leaves out beyond its Capabilities, seen while quotes are still whole: whatever they drop is counted as dropped.
   * In this order, after sets were merged and before quotes are cut into their pieces.
   */
  readonly selections?: readonly Reduction[];
  /** What the format cannot hold beyond its Capabilities: cut at line breaks, names of ASCII letters only … In this order, after all others. */
  readonly reductions?: readonly Reduction[];
  /** `utf-8`: every file is UTF-8 without a mark and ends with LF. `own`: an archive, a table program's file. */
  readonly bytes: 'utf-8' | 'own';
  /** Total: any bytes give a Decoded, never a throw. Absent for write-only formats. */
  readonly decode?: (files: readonly NamedBytes[], context: DecodeContext) => Decoded;
  /** Its files hold Articles and nothing on them: they may be read in several ways (`ReadingChoices`). */
  readonly textsOnly?: true;
  /** Each line of a file can be read alone, and those of one Article together say what they say in the whole file. */
  readonly linewise?: true;
  /**
   * `folder`: the files of several stems make one folder. The main one is `data/<stem>….<first extension>` and is begun first, the others
   * stand in folders beside `data`, named by the stem in the same way. Absent for formats whose files stand alone.
   */
  readonly layout?: 'folder';
  /**
   * Begins files of this stem. Same slices, same bytes. The main file is named `<stem>.<first extension>`, the others begin with the
   * stem, too, or stand in folders; `layout` says otherwise. Absent for read-only formats.
   */
  readonly write?: (schema: Schema, stem: string) => Writer;
  /**
   * The same without a word of the texts, without titles and foreign fields: offsets, hashes and addresses, which a script can fill again
   * (`rehydrate.ts`). Absent for formats that are nothing without their texts.
   */
  readonly writeOffsets?: (schema: Schema, stem: string) => Writer;
}
