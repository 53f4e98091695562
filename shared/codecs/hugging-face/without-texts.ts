import { type Json, type JsonObject } from '../../canonical-json.ts';
import { type Row } from './article-rows.ts';
import { type Column, type Feature } from './feature.ts';
import { type Form } from './row-file.ts';

/** In every table and in every list: the words of an article or of a piece of it. */
const textField = 'text';

/** The same tables without a word of the texts: what would hold some is null or empty. Columns stay, so that a script can fill them. */
export const withoutTexts = ({ suffix, begin }: Form): Form => ({
  suffix,
  begin(config) {
    const { add, end } = begin({ ...config, columns: config.columns.map(columnWithout) });
    return { add: (row, weight) => add(rowWithout(row), weight), end };
  },
});

const columnWithout = ({ name, feature }: Column): Column => ({
  name, feature: name === textField && feature.kind === 'string' ? { ...feature, nullable: true } : featureWithout(feature),
});

function featureWithout(feature: Feature): Feature {
  if (feature.kind === 'list') return { ...feature, of: featureWithout(feature.of) };
  return feature.kind === 'struct' ? { ...feature, fields: feature.fields.map(columnWithout) } : feature;
}

/** Titles and foreign fields may hold words of the text, and tokens are the text. */
const rowWithout = (row: Row): Row => ({
  ...objectWithout(row), ...('title' in row && { title: '' }), ...('extra' in row && { extra: null }), ...('tokens' in row && { tokens: [] }),
});

const objectWithout = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, name === textField ? null : valueWithout(value)]));

function valueWithout(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => valueWithout(one));
  return typeof value === 'object' && value !== null ? objectWithout(value as JsonObject) : value;
}
