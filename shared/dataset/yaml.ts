/** What a card's head is made of. Keys stand in the order given; what is `undefined` is left out. */
export type Yaml = string | number | boolean | readonly Yaml[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: Yaml | undefined;
}

/** YAML that 1.1 and 1.2 read alike: block lists and maps, two blanks an inset, a line end after every line, the last one too. */
export const yamlOf = (value: YamlMap): string => linesOf(value).map((line) => `${line}\n`).join('');

const isList = (value: Yaml): value is readonly Yaml[] => Array.isArray(value);

function linesOf(value: Yaml): readonly string[] {
  if (typeof value !== 'object') return [scalar(value)];
  if (isList(value)) return value.length === 0 ? ['[]'] : value.flatMap(listItem);
  const entries = Object.entries(value).flatMap(([key, inside]) => (inside === undefined ? [] : [[key, inside] as const]));
  return entries.length === 0 ? ['{}'] : entries.flatMap(([key, inside]) => mapEntry(key, inside));
}

/** The first line of the item stands behind its dash. */
const listItem = (value: Yaml): readonly string[] => linesOf(value).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);

function mapEntry(key: string, value: Yaml): readonly string[] {
  const lines = linesOf(value);
  const isBlock = typeof value === 'object' && (isList(value) ? value.length > 0 : lines[0] !== '{}');
  if (!isBlock) return [`${scalar(key)}: ${lines.join('')}`];
  return [`${scalar(key)}:`, ...lines.map((line) => (isList(value) ? line : `  ${line}`))];
}

/** Words that one version of YAML or the other takes for something else than text. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
/** A letter first, so that no number and no date is among them; no blank before or after a sign that means something. */
const plain = /^[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*$/;

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !reserved.test(value) ? value : quoted(value);
}

/** What YAML takes for a line break or does not print, and JSON leaves as it is. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** No YAML can hold one. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const quoted = (text: string): string =>
  JSON.stringify(text.replace(loneSurrogate, '\ufffd')).replace(unprintable, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
