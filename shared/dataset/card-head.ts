import { type Config, configsOf } from '../codecs/hugging-face/configs.ts';
import { type Column, type Feature } from '../codecs/hugging-face/feature.ts';
import { fileSuffix } from '../codecs/hugging-face/hugging-face.ts';
import { type DatasheetFacts, type SplitFacts } from './datasheet-facts.ts';
import { licenceHead } from './licence.ts';
import { todo } from './markdown.ts';
import { type Yaml, type YamlMap } from './yaml.ts';

/** The metadata that the Hub and `datasets` read, with every column of every table: what is not declared is guessed, and guessed wrong. */
export function cardHead(facts: DatasheetFacts): YamlMap {
  return {
    language: facts.languages,
    ...licenceHead(facts.annotationLicence),
    pretty_name: todo(facts.title),
    task_categories: ['token-classification'],
    size_categories: [sizeCategory(facts.splits.reduce((sum, { articles }) => sum + articles, 0))],
    annotations_creators: creators(facts),
    language_creators: ['found'],
    multilinguality: [facts.languages.length > 1 ? 'multilingual' : 'monolingual'],
    source_datasets: ['original'],
    tags: [...new Set(['quotation-attribution', 'commitment-detection', 'news', ...facts.tags])],
    ...(facts.form && tablesOf(facts, fileSuffix[facts.form])),
  };
}

function tablesOf({ schema, splits, text }: DatasheetFacts, suffix: string): YamlMap {
  const tables = configsOf(schema)
    .map((config) => ({ config, files: splits.filter((split) => split.tables.some(({ name }) => name === config.name)) }))
    .filter(({ files }) => files.length > 0);
  return {
    configs: tables.map(({ config, files }, index) => configOf(config, files, suffix, index === 0)),
    dataset_info: tables.map(({ config, files }) => ({
      config_name: config.name,
      features: config.columns.map(columnOf),
      // Put back, texts make the files longer, and an article whose text is not found makes them shorter: `datasets` would refuse either.
      ...(text.kind !== 'offsets' && sizesOf(config, files)),
    })),
  };
}

/** Rows and bytes of each split: `datasets` counts what it loads, and refuses a file that is not all there. */
function sizesOf({ name }: Config, files: readonly SplitFacts[]): YamlMap {
  const sizes = files.flatMap((split) => split.tables.filter((table) => table.name === name).map((table) => ({ ...table, name: split.name })));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return { splits: sizes.map(({ name: split, bytes, rows }) => ({ name: split, num_bytes: bytes, num_examples: rows })), download_size: total, dataset_size: total };
}

const creators = ({ people, machines }: DatasheetFacts): readonly string[] => {
  const found = [...(people > 0 ? ['expert-generated'] : []), ...(machines > 0 ? ['machine-generated'] : [])];
  return found.length > 0 ? found : ['no-annotation'];
};

const sizes = [
  [1_000, 'n<1K'], [10_000, '1K<n<10K'], [100_000, '10K<n<100K'], [1_000_000, '100K<n<1M'], [10_000_000, '1M<n<10M'],
] as const;
const sizeCategory = (documents: number): string => sizes.find(([limit]) => documents < limit)?.[1] ?? '10M<n<100M';

/** What `datasets` takes for the name of a split. */
const splitName = /^\w+(?:\.\w+)*$/;
/** A path here is a pattern. */
const patternSign = /[[\]*?]/g;

/** @throws when a split has a name that no loader takes: it is chosen in the program. */
function configOf({ name, folder }: Config, splits: readonly SplitFacts[], suffix: string, isFirst: boolean): YamlMap {
  for (const split of splits) if (!splitName.test(split.name)) throw new Error(`"${split.name}" is no name of a split`);
  const path = (stem: string): string => `${folder}/${stem}${suffix}`.replace(patternSign, (sign) => `[${sign}]`);
  return {
    config_name: name,
    ...(isFirst && { default: true }),
    data_files: splits.map((split) => ({ split: split.name, path: path(split.stem) })),
  };
}

/** `list`, not `sequence`, which would turn a list of records into a record of lists. */
function columnOf({ name, feature }: Column): YamlMap {
  if (feature.kind === 'list') return { name, list: typeOf(feature.of) };
  return feature.kind === 'struct' ? { name, struct: typeOf(feature) } : { name, dtype: typeOf(feature) };
}

function typeOf(feature: Feature): Yaml {
  switch (feature.kind) {
    case 'list':
      return { list: typeOf(feature.of) };
    case 'struct':
      return feature.fields.map(columnOf);
    case 'class':
      return { class_label: { names: Object.fromEntries(feature.names.map((name, index) => [String(index), name])) } };
    default:
      return feature.kind;
  }
}
