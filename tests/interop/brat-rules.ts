/**
 * brat's own checks, written anew from what its parser and its verifier do (nlplab/brat, server/src/annotation.py,
 * projectconfig.py, verify_annotations.py), so that a build can ask them without brat. It shares nothing with the Codec.
 */
export interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What brat would say of a collection: one line for each fault, none for a sound one. */
export function bratFaults(files: readonly Named[]): readonly string[] {
  const byName = new Map(files.map((file) => [file.name, file.bytes]));
  const documents = files.filter(({ name }) => name.endsWith('.ann'));
  const withoutAnnotations = files.filter(({ name }) => name.endsWith('.txt') && !byName.has(name.replace(/txt$/, 'ann')));
  return [
    ...withoutAnnotations.map(({ name }) => `${name}: no .ann beside it`),
    ...documents.flatMap(({ name, bytes }) => documentFaults(name, bytes, byName)),
  ];
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Python's `utf8` codec: strict, and a byte order mark is a character. */
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

function documentFaults(name: string, bytes: Uint8Array, files: Files): readonly string[] {
  const text = files.get(name.replace(/ann$/, 'txt'));
  if (!text) return [`${name}: no .txt beside it`];
  const configuration = configurationFor(name, files);
  if (!configuration) return [`${name}: no annotation.conf above it`];
  const characters = Array.from(decode(text));
  const { lines, faults } = parsed(decode(bytes), characters);
  const all = [...faults, ...configuration.faults, ...idFaults(lines), ...typeFaults(lines, configuration), ...overlapFaults(lines, configuration)];
  return all.map((fault) => `${name}: ${fault}`);
}

interface Line {
  readonly number: number;
  readonly id: string;
  readonly type: string;
  /** Ids that the line names. */
  readonly targets: readonly string[];
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** What `readlines` of Python's decoded files takes for the end of a line. */
const pythonLines = (text: string): readonly string[] => {
  const lines = text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

function parsed(annotations: string, characters: readonly string[]) {
  const lines: Line[] = [];
  const faults: string[] = [];
  if (annotations.includes('\r')) faults.push('a carriage return, which would stay in the last field');
  if (annotations !== '' && !annotations.endsWith('\n')) faults.push('no line feed at the end');
  for (const [index, line] of pythonLines(annotations).entries()) {
    const read = parseLine(line, index + 1, characters);
    if (typeof read === 'string') faults.push(`line ${index + 1} fails: ${read}`);
    else lines.push(read);
  }
  return { lines, faults };
}

/** A line, or why brat puts it among its `failed_lines`. */
function parseLine(line: string, number: number, characters: readonly string[]): Line | string {
  const [id = '', data, ...rest] = line.split('\t');
  if (data === undefined) return 'no tab';
  if (!/^[A-Z#]\d+$/.test(id)) return `"${id}" is no id`;
  const tail = rest.length === 0 ? '' : `\t${rest.join('\t')}`;
  const plain = { number, id, spans: [] };
  switch (id.charAt(0)) {
    case 'T':
      return parseMark(plain, data, tail, characters);
    case 'E': {
      const [head = '', ...roles] = data.split(' ');
      const pairs = [head, ...roles].map((one) => one.split(':'));
      return pairs.every((pair) => pair.length === 2 && pair.every((part) => part !== ''))
        ? { ...plain, type: pairs[0]?.[0] ?? '', targets: pairs.map((pair) => pair[1] ?? '') }
        : 'an event needs Type:Trigger and Role:Id';
    }
    case 'R': {
      const match = /^(\S+) Arg1:(\S+) Arg2:(\S+)$/.exec(data);
      return match ? { ...plain, type: match[1] ?? '', targets: match.slice(2) } : 'a relation needs a type and two arguments';
    }
    case 'A': {
      const match = /^(\S+) (\S+)(?: (\S+))?$/.exec(data);
      return match ? { ...plain, type: match[1] ?? '', targets: [match[2] ?? ''] } : 'an attribute needs a type, a target and one value';
    }
    case 'N': {
      const match = /^(\S+) (\S+) (\S+?):(\S+)$/.exec(data);
      return match ? { ...plain, type: match[1] ?? '', targets: [match[2] ?? ''] } : 'a reference needs a type, a target and db:id';
    }
    case '#': {
      const match = /^(\S+) (\S+)$/.exec(data);
      return match ? { ...plain, type: match[1] ?? '', targets: [match[2] ?? ''] } : 'a note needs a type and a target';
    }
    default:
      return `brat has no lines of kind ${id.charAt(0)}`;
  }
}

function parseMark(plain: Pick<Line, 'number' | 'id'>, data: string, tail: string, characters: readonly string[]): Line | string {
  const match = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data);
  if (!match) return 'a mark needs a type and offsets';
  const spans = (match[2] ?? '').split(';').map((pair) => pair.split(' ').map(Number) as [number, number]);
  for (const [index, [start, end]] of spans.entries()) {
    if (start > end || end > characters.length) return `there is no ${start}–${end} in a text of ${characters.length}`;
    if (spans.slice(0, index).some(([from, to]) => end >= from && start < to)) return 'pieces overlap';
  }
  const reference = spans.map(([start, end]) => characters.slice(start, end).join('')).join(' ');
  const found = Array.from(tail.slice(1)).join('');
  if (!tail.startsWith('\t')) return 'no reference text';
  if (found !== reference) return `reference text "${found}" is not "${reference}"`;
  return { ...plain, type: match[1] ?? '', targets: [], spans };
}

function idFaults(lines: readonly Line[]): readonly string[] {
  const ids = new Set(lines.map(({ id }) => id));
  const twice = lines.filter(({ id }, index) => lines.findIndex((one) => one.id === id) < index);
  const triggers = new Set(lines.filter(({ id }) => id.startsWith('E')).map(({ targets }) => targets[0] ?? ''));
  return [
    ...twice.map(({ id }) => `id ${id} is there twice`),
    ...lines.flatMap(({ id, targets }) => targets.filter((one) => !ids.has(one)).map((one) => `${id} names ${one}, which is not there`)),
    ...lines.flatMap(({ id, targets }) =>
      /^[AN#]/.test(id) ? targets.filter((one) => triggers.has(one)).map((one) => `${id} names the trigger ${one}`) : [],
    ),
  ];
}

/** What `annotation.conf` says, section by section. */
interface Configuration {
  readonly types: ReadonlyMap<string, readonly Type[]>;
  readonly faults: readonly string[];
}
interface Type {
  readonly name: string;
  readonly args: ReadonlyMap<string, readonly string[]>;
}

/** brat looks in the folder of the document and then in each one above it. */
function configurationFor(name: string, files: Files): Configuration | null {
  const folders = name.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const bytes = files.get([...folders.slice(0, depth), 'annotation.conf'].join('/'));
    if (bytes) return parseConfiguration(decode(bytes));
  }
  return null;
}

const special = new Set(['<OVERLAP>', 'ENTITY-NESTING']);
const sections = ['entities', 'relations', 'events', 'attributes'];

function parseConfiguration(text: string): Configuration {
  const types = new Map<string, Type[]>();
  const faults: string[] = [];
  let section = '';
  for (const line of pythonLines(text)) {
    const heading = /^\s*\[(.*)\]\s*$/.exec(line);
    if (heading) section = heading[1] ?? '';
    else if (line.trim() !== '' && !/^\s*#/.test(line)) {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      if (!special.has(name) && !/^[a-zA-Z0-9_-]+$/.test(name)) faults.push(`"${name}" in [${section}] would be stored under another name`);
      const args = rest.join(' ').split(',').map((one) => one.trim()).filter((one) => one !== '');
      for (const arg of args) if (!/^\S+:\S+$/.test(arg)) faults.push(`"${arg}" of ${name} is no argument`);
      const pairs = args.map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1).split('|')] as const);
      types.set(section, [...(types.get(section) ?? []), { name, args: new Map(pairs) }]);
    }
  }
  return { types, faults: [...faults, ...sections.filter((one) => !text.includes(`[${one}]`)).map((one) => `no section [${one}]`)] };
}

function typeFaults(lines: readonly Line[], { types }: Configuration): readonly string[] {
  const names = (section: string): ReadonlySet<string> => new Set((types.get(section) ?? []).map(({ name }) => name));
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    T: new Set([...names('entities'), ...names('events')]), R: names('relations'), E: names('events'), A: names('attributes'),
  };
  const typeOf = new Map(lines.map(({ id, type }) => [id, type]));
  const fits = (allowed: readonly string[] | undefined, target: string | undefined): boolean =>
    (allowed ?? []).some((one) => one === typeOf.get(target ?? '') || one === '<ENTITY>' || one === '<ANY>');
  return lines.flatMap(({ id, type, targets }) => {
    if (!/^[a-zA-Z0-9_-]+$/.test(type)) return [`${id}: "${type}" would be stored under another name`];
    if (known[id.charAt(0)]?.has(type) === false) return [`${id}: ${type} is not in the configuration`];
    const of = (section: string) => (types.get(section) ?? []).filter(({ name }) => name === type);
    if (id.startsWith('R') && !of('relations').some(({ args }) => fits(args.get('Arg1'), targets[0]) && fits(args.get('Arg2'), targets[1])))
      return [`${id}: ${type} may not lead from ${typeOf.get(targets[0] ?? '')} to ${typeOf.get(targets[1] ?? '')}`];
    if (id.startsWith('A') && !of('attributes').some(({ args }) => fits(args.get('Arg'), targets[0])))
      return [`${id}: ${typeOf.get(targets[0] ?? '')} has no attribute ${type}`];
    return [];
  });
}

/** The kinds of overlap that the configuration allows to these two types. */
function overlapsAllowed(one: string, other: string, { types }: Configuration): ReadonlySet<string> {
  const names = (allowed: readonly string[] | undefined, type: string): boolean =>
    (allowed ?? []).some((name) => name === type || name === '<ENTITY>' || name === '<ANY>');
  const rules = (types.get('relations') ?? []).filter(({ name, args }) => name === '<OVERLAP>' && names(args.get('Arg1'), one) && names(args.get('Arg2'), other));
  return new Set(rules.flatMap(({ args }) => args.get('<OVL-TYPE>') ?? []));
}

const inside = (inner: Line, outer: Line): boolean =>
  inner.spans.every(([start, end]) => outer.spans.some(([from, to]) => from <= start && end <= to));
const within = ({ spans }: Line, others: ReadonlySet<string>): boolean => spans.every((span) => others.has(String(span)));
const sameSpans = (one: Line, other: Line): boolean =>
  within(one, new Set(other.spans.map(String))) && within(other, new Set(one.spans.map(String)));

/** From the first character to the last one, gaps included, as brat compares marks: a cue in a quote's gap crosses the quote. */
function overlapFaults(lines: readonly Line[], configuration: Configuration): readonly string[] {
  const entities = new Set((configuration.types.get('entities') ?? []).map(({ name }) => name));
  const marks = lines.filter(({ id, type }) => id.startsWith('T') && entities.has(type));
  const first = ({ spans }: Line): number => Math.min(...spans.map(([start]) => start));
  const last = ({ spans }: Line): number => Math.max(...spans.map(([, end]) => end));
  return marks.flatMap((one, index) =>
    marks.slice(index + 1).flatMap((other) => {
      if (first(other) >= last(one) || last(other) <= first(one)) return [];
      const kind = sameSpans(one, other) ? 'equal' : inside(one, other) || inside(other, one) ? 'contain' : 'cross';
      const allowed = [...overlapsAllowed(one.type, other.type, configuration), ...overlapsAllowed(other.type, one.type, configuration)];
      return allowed.includes('<ANY>') || allowed.includes(kind) ? [] : [`${one.id} and ${other.id} may not ${kind}`];
    }),
  );
}
