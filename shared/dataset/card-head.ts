import { type Config, configsOf } from '../codecs/hugging-face/configs.ts';
import { type Column, type Feature } from '../codecs/hugging-face/feature.ts';
import { fileSuffix } from '../codecs/hugging-face/hugging-face.ts';
import { type CardFacts, type SplitFacts } from './card-facts.ts';
import { type Yaml, type YamlMap } from './yaml.ts';

/** The metadata that the Hub and `datasets` read, with every column of every table: what is not declared is guessed, and guessed wrong. */
export function cardHead(facts: CardFacts): YamlMap {
  const tables = configsOf(facts.schema)
    .map((config) => ({ config, splits: facts.splits.filter(({ rows }) => (rows[config.name] ?? 0) > 0) }))
    .filter(({ splits }) => splits.length > 0);
  return {
    language: facts.languages,
    ...licenceOf(facts),
    pretty_name: facts.name ?? 'TODO',
    task_categories: ['token-classification'],
    size_categories: [sizeCategory(facts.splits.reduce((sum, { documents }) => sum + documents, 0))],
    annotations_creators: creators(facts),
    language_creators: ['found'],
    multilinguality: [facts.languages.length > 1 ? 'multilingual' : 'monolingual'],
    source_datasets: ['original'],
    tags: [...new Set(['quotation-attribution', 'commitment-detection', 'news', ...facts.tags])],
    configs: tables.map(({ config, splits }, index) => configOf(config, splits, facts, index === 0)),
    dataset_info: tables.map(({ config, splits }) => ({
      config_name: config.name,
      features: config.columns.map(columnOf),
      splits: splits.map(({ name, rows }) => ({ name, num_examples: rows[config.name] ?? 0 })),
    })),
  };
}

function licenceOf({ licence }: CardFacts): YamlMap {
  if (!licence) return { license: 'unknown' };
  return 'id' in licence ? { license: licence.id } : { license: 'other', license_name: licence.name, license_link: licence.link };
}

const creators = ({ annotators: { people, machines } }: CardFacts): readonly string[] => {
  const found = [...(people > 0 ? ['expert-generated'] : []), ...(machines > 0 ? ['machine-generated'] : [])];
  return found.length > 0 ? found : ['no-annotation'];
};

const sizes = [
  [1_000, 'n<1K'], [10_000, '1K<n<10K'], [100_000, '10K<n<100K'], [1_000_000, '100K<n<1M'], [10_000_000, '1M<n<10M'],
] as const;
const sizeCategory = (documents: number): string => sizes.find(([limit]) => documents < limit)?.[1] ?? '10M<n<100M';

/** What `datasets` takes for the name of a split. */
const splitName = /^\w+(?:\.\w+)*$/;

/** @throws when a split has a name that no loader takes: the stems of the files are chosen here. */
function configOf({ name, folder }: Config, splits: readonly SplitFacts[], { form }: CardFacts, isFirst: boolean): YamlMap {
  for (const split of splits) if (!splitName.test(split.name)) throw new Error(`"${split.name}" is no name of a split`);
  return {
    config_name: name,
    ...(isFirst && { default: true }),
    data_files: splits.map((split) => ({ split: split.name, path: `${folder}/${split.name}${fileSuffix[form]}` })),
  };
}

const columnOf = ({ name, feature }: Column): YamlMap => {
  const type = typeOf(feature);
  return { name, ...(typeof type === 'object' && 'list' in type ? type : feature.kind === 'struct' ? { struct: type } : { dtype: type }) };
};

/** `list`, not `sequence`, which would turn a list of records into a record of lists. */
function typeOf(feature: Feature): Yaml & (string | YamlMap | readonly YamlMap[]) {
  switch (feature.kind) {
    case 'list':
      return { list: itemsOf(feature.of) };
    case 'struct':
      return feature.fields.map(columnOf);
    case 'class':
      return { class_label: { names: Object.fromEntries(feature.names.map((name, index) => [String(index), name])) } };
    default:
      return feature.kind;
  }
}

const itemsOf = (feature: Feature): Yaml => typeOf(feature);
