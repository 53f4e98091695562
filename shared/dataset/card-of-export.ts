import { type Codec } from '../codecs/codec.ts';
import { configNames, folderOf } from '../codecs/hugging-face/configs.ts';
import { fileSuffix } from '../codecs/hugging-face/hugging-face.ts';
import { type LossReport } from '../codecs/loss-report.ts';
import { type Schema } from '../model/schema.ts';
import { card } from './card.ts';
import { type CardGround } from './card-ground.ts';
import { type DatasheetFacts, type GroupingFacts, type SplitFacts, type TableFacts } from './datasheet-facts.ts';
import { definitionsOf } from './definitions.ts';
import { type ExportOptions } from './export-options.ts';
import { type CardWord } from './required-facts.ts';

/** What an export run tells of itself: the parts of its facts that a card has a place for. */
export interface ExportFacts {
  readonly stem: string;
  readonly schema: Schema;
  readonly codec: Pick<Codec, 'id' | 'title' | 'offsetUnit'>;
  readonly options: {
    readonly split: { readonly method: { readonly kind: string; readonly seed?: string } } | null;
    readonly pseudonyms: ExportOptions['pseudonyms'];
    readonly text: ExportOptions['text'];
    readonly release: ExportOptions['release'];
  };
  readonly counts: {
    readonly articles: number;
    readonly annotations: number;
    readonly publishers: Readonly<Record<string, number>>;
    readonly languages: Readonly<Record<string, number>>;
    /** By month of publication, `YYYY-MM`; `''` for those without a date. */
    readonly months: Readonly<Record<string, number>>;
    readonly people: number;
    readonly machines: number;
    readonly leftOut: Readonly<Record<'articles' | 'sets' | 'annotations' | 'relations' | 'withheld' | 'notes', number>>;
  };
  readonly losses: LossReport;
  readonly splits: {
    readonly method: string;
    readonly sizes: Readonly<Record<string, { readonly articles: number; readonly groups: number; readonly annotations: number }>>;
  } | null;
  readonly leaks: GroupingFacts['closest'];
  readonly changes: DatasheetFacts['changes']['found'];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly rows?: number }[];
}

/** What the run does not know. */
export type Beside = CardGround & Pick<GroupingFacts, 'thresholds'>;

/** The card of an export. Words that a person has not said are TODO. */
export const cardOfExport = (facts: ExportFacts, beside: Beside): string => card(datasheetOf(facts, beside));

/** The same as facts: `missingForRelease` says what a release still lacks. */
export function datasheetOf(facts: ExportFacts, { guideline, scores, measuredOn, thresholds }: Beside): DatasheetFacts {
  const { schema, codec, options, counts, losses } = facts;
  const word = (name: CardWord): string | null => options.release?.words[name].trim() || null;
  return {
    title: word('title'), summary: word('summary'), version: options.release?.version || null, date: options.release?.date || null,
    languages: Object.keys(counts.languages).map((language) => language || undetermined).sort(),
    annotationLicence: word('annotationLicence'), textRights: word('textRights'),
    schema, guideline: { told: word('guideline'), found: guideline?.version ? `${guideline.title}, version ${guideline.version}` : null },
    definitions: definitionsOf(schema, guideline?.definitions ?? {}, options.release?.definitions ?? {}),
    codec, text: options.text, form: formOf(codec.id),
    splits: splitsOf(facts), grouping: groupingOf(facts, thresholds),
    publishers: { told: word('publishers'), found: namesIn(counts.publishers).map((name) => ({ name, articles: counts.publishers[name] ?? 0 })) },
    published: { told: word('published'), found: rangeOf(namesIn(counts.months)) }, collection: word('collection'),
    people: counts.people, machines: counts.machines, names: namesOf(options.pseudonyms),
    annotators: word('annotators'), process: word('process'),
    agreement: { told: word('agreement'), found: scores, measuredOn }, losses: losses.losses, leftOut: leftOutOf(facts),
    limits: word('limits'), personalData: word('personalData'), intendedUse: word('intendedUse'), outOfScopeUse: word('outOfScopeUse'),
    changes: { told: word('changes'), found: facts.changes }, citation: word('citation'), contact: word('contact'), tags: [],
  };
}

const namesIn = (tally: Readonly<Record<string, number>>): readonly string[] => Object.keys(tally).filter((name) => name !== '').sort();

/** BCP 47 for what nobody has said. */
const undetermined = 'und';

function rangeOf(sorted: readonly string[]): DatasheetFacts['published']['found'] {
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

const namesOf = (pseudonyms: ExportOptions['pseudonyms']): DatasheetFacts['names'] =>
  pseudonyms === null ? 'own' : pseudonyms.merged ? 'merged' : 'pseudonyms';

const formOf = (id: string): DatasheetFacts['form'] => (id === 'hf-jsonl' ? 'jsonl' : id === 'hf-parquet' ? 'parquet' : null);

/** `datasets` has one name for a whole that is not divided. */
const undivided = 'train';

function splitsOf({ stem, codec, counts, splits, files }: ExportFacts): readonly SplitFacts[] {
  const form = formOf(codec.id);
  const tables = (one: string): readonly TableFacts[] =>
    configNames.flatMap((name) => {
      const file = form && files.find((found) => found.name === `${folderOf[name]}/${one}${fileSuffix[form]}`);
      return file && file.bytes > 0 ? [{ name, rows: file.rows ?? 0, bytes: file.bytes }] : [];
    });
  const whole = { articles: counts.articles, groups: null, annotations: counts.annotations };
  if (!splits) return [{ name: undivided, stem, ...whole, tables: tables(stem) }];
  return Object.entries(splits.sizes)
    .filter(([, { articles }]) => articles > 0)
    .map(([own, { articles, groups, annotations }]) => {
      const name = own.replace(/\W/g, '_');
      return { name, stem: own, articles, groups, annotations, tables: tables(own) };
    });
}

const methods: Readonly<Record<string, string>> = {
  hash: 'Groups were given to splits by a hash of seed and group, so that what is added later moves nothing.',
  stratified: 'Groups were given to splits so that labels, publishers and months are spread alike, ties by a hash of the seed.',
  time: 'The split of a group follows from the day of its earliest article.',
};

function groupingOf({ splits, options, leaks }: ExportFacts, thresholds: GroupingFacts['thresholds']): GroupingFacts | null {
  if (!splits) return null;
  return { method: methods[splits.method] ?? splits.method, thresholds, seed: options.split?.method.seed ?? null, closest: leaks };
}

const leftOutOf = ({ counts: { leftOut } }: ExportFacts): DatasheetFacts['leftOut'] => [
  { what: 'articles that were not chosen', count: leftOut.articles },
  { what: 'articles whose licence does not let them leave', count: leftOut.withheld },
  { what: 'annotation sets that were not chosen', count: leftOut.sets },
  { what: 'annotations with a label that was not chosen', count: leftOut.annotations },
  { what: 'relations that lost an end by it', count: leftOut.relations },
  { what: 'notes and reasons', count: leftOut.notes },
];
