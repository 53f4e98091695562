import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { at, problem, type Problem } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { fieldsInside, fieldsTooDeep } from './fields-inside.ts';
import { extraOf } from './foreign-fields.ts';
import { gather, type Line } from './gather.ts';
import { readLines } from './read-lines.ts';
import { recordOf } from './read-record.ts';
import { readTagset } from './tagset.ts';

const tagsetSuffix = '.tagset.json';
const jsonSchemaSuffix = '.schema.json';

/** Files that stand beside a `.jsonl`: the tag set is read, the JSON Schema is for others. */
export const isSidecar = (name: string): boolean => name.endsWith(tagsetSuffix) || name.endsWith(jsonSchemaSuffix);

/** Reads every sound record; what is unsound is left out with a Problem that names file, line and record. */
export function decodeNative(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const sidecars = files.filter(({ name }) => name.endsWith(tagsetSuffix)).map(readSidecar);
  for (const { problems } of sidecars) found.add(...problems);
  const main = files.filter(({ name }) => !isSidecar(name));
  if (main.length === 0) found.add(...files.map(({ name }) => problem('annotations-missing', { file: name }, { expected: '*.jsonl' })));
  const lines = main.flatMap((file) => readRecords(file, found));
  const dataset = gathered(lines, [...sidecars.flatMap(({ schemas }) => schemas), ...context.schemas], found);
  return { dataset, problems: found.all() };
}

export interface ReadSidecar {
  readonly schemas: readonly Schema[];
  readonly problems: readonly Problem[];
}

/** The Schema of a tag set, or why there is none. */
export function readSidecar({ name, bytes }: NamedBytes): ReadSidecar {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return { schemas: [], problems: [problem('line-not-utf8', { file: name }, { byte: decoded.byte + 1 })] };
  const schema = readTagset(decoded.text);
  return schema.ok ? { schemas: [schema.value], problems: [] } : { schemas: [], problems: at({ file: name }, schema.problems) };
}

function readRecords(file: NamedBytes, found: Findings): readonly Line[] {
  return readLines(file, found).flatMap(({ place, value }) => {
    const record = recordOf(value);
    for (const { record: id, field } of fieldsTooDeep(value)) found.addOnce(problem('field-not-kept', { ...place, record: id }, { field }, 'warning'));
    if (record.ok) return [{ place, record: record.value, extra: extraOf(value), inside: fieldsInside(value) }];
    for (const one of at(place, record.problems)) found.addOnce(one);
    return [];
  });
}

type Named = Pick<Schema, 'id' | 'version'>;

const isSameRelease = (a: Named, b: Named): boolean => a.id === b.id && a.version === b.version;
/** Another minor version tells the same kinds of things: what it does not know is said record by record. */
const isRelated = (a: Named, b: Named): boolean => a.id === b.id && a.version.split('.')[0] === b.version.split('.')[0];

/** All lines of the Schema that the first one with a known Schema names. */
export function gathered(lines: readonly Line[], schemas: readonly Schema[], found: Findings): Dataset | null {
  let schema: Schema | null = null;
  const readable: Line[] = [];
  for (const line of lines) {
    const named = line.record.schema;
    const known = schemas.find((one) => isSameRelease(one, named)) ?? schemas.find((one) => isRelated(one, named));
    if (!known) found.addOnce(problem('schema-unknown', line.place, named));
    else if (schema && known !== schema) {
      found.addOnce(problem('schema-differs', line.place, { ...named, expected: `${schema.id} ${schema.version}` }));
    } else {
      schema = known;
      readable.push(line);
    }
  }
  return schema && gather(schema, readable, found);
}
