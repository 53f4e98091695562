import { canonicalJson } from '../../canonical-json.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { problem, type Place } from '../../result.ts';
import { codePoint, type OffsetMap, offsetMap, type Span } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { type RelationRecord, type SpanRecord } from '../native/record.ts';
import { excerpt } from '../shape-problems.ts';
import { entityOfReference, noteTypes, reference, typeAsRead } from './dialect.ts';
import { renamed } from './kept-lines.ts';
import { cutAtLines, joinedOverLines } from './line-pieces.ts';
import { oneLine, withBlanks } from './one-line.ts';
import { type Attribute, type Event, type Link, type Mark, type Note, type Reference, type Statement } from './read-lines.ts';
import { type Source } from './source.ts';

/** What an `.ann` file says, as records of the native format: one reader checks both. */
export interface SetRecords {
  readonly spans: readonly SpanRecord[];
  readonly relations: readonly RelationRecord[];
  readonly entities: readonly Entity[];
  /** Lines without a place here, with Naql's ids in them (`kept-lines.ts`). */
  readonly kept: readonly string[];
}

/** Whose set it is: each span repeats it. */
export interface Owner {
  readonly annotator: string;
  readonly role: SpanRecord['status'];
}

/** Statements by what they are about. */
interface Index {
  readonly notes: ReadonlyMap<string, readonly Note[]>;
  readonly attributes: ReadonlyMap<string, readonly Attribute[]>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

export function readMarks(statements: readonly Statement[], source: Source, owner: Owner, found: Findings): SetRecords {
  const of = <Kind extends Statement['kind']>(kind: Kind) =>
    statements.filter((one): one is Extract<Statement, { kind: Kind }> => one.kind === kind);
  const events = of('event');
  const triggers = new Map(events.map(({ id, trigger }) => [id, trigger]));
  const meant = (id: string): string => triggers.get(id) ?? id;
  const index: Index = {
    notes: grouped(of('note'), ({ target }) => meant(target)),
    attributes: grouped(of('attribute'), ({ target }) => meant(target)),
    references: grouped(of('reference').filter(({ type }) => type === reference), ({ target }) => meant(target)),
  };
  const marks = of('mark');
  const inWorld = of('reference').filter(({ type }) => type !== reference);
  const links = [...of('link'), ...events.flatMap(linksOfEvent)];
  const idOf = idsOf([...marks, ...links, ...inWorld], index.notes);
  reportTargets(statements, new Set([...marks, ...links, ...inWorld].map(({ id }) => id)), meant, found);
  const offsets = offsetMap(source.text);
  return {
    spans: marks.flatMap((mark) => spanRecord(mark, { source, offsets, owner, index, idOf }, found)),
    relations: [
      ...links.map((one) => relationRecord(one, { kind: 'span', id: idOf(meant(one.to)) }, idOf(meant(one.from)), idOf, index, found)),
      ...inWorld.map((one) =>
        relationRecord(
          { ...one, type: typeAsRead(one.type) }, { kind: 'entity', id: entityOfReference(one.entity) }, idOf(meant(one.target)), idOf, index, found,
        ),
      ),
    ],
    entities: of('reference').map(entityOf),
    kept: keptOf(statements, new Set([...links, ...inWorld].map(({ id }) => id)), meant).map((line) => renamed(line, (id) => idOf(meant(id)))),
  };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** A relation from the trigger to whoever plays a part, named by the part without the number that tells several apart. */
const linksOfEvent = ({ place, id, trigger, roles }: Event): readonly Link[] =>
  roles.map(({ role, target }) => ({ kind: 'link', place, id: `${id}-${role}`, type: role.replace(/\d{1,9}$/, ''), from: trigger, to: target }));

/** The ids that notes give; all else keeps brat's. */
function idsOf(statements: readonly { readonly id: string }[], notes: Index['notes']): (id: string) => string {
  const ids = new Map(statements.map(({ id }) => [id, notes.get(id)?.find(({ type }) => type === noteTypes.id)?.text ?? id]));
  return (id) => ids.get(id) ?? id;
}

/** What is said of something that is not there, or that has no place here. */
function reportTargets(statements: readonly Statement[], there: ReadonlySet<string>, meant: (id: string) => string, found: Findings): void {
  const own = new Set<string>(Object.values(noteTypes));
  for (const one of statements) {
    if (one.kind === 'aside' && one.isRead) found.add(problem('line-kept-aside', one.place, { found: excerpt(one.line) }, 'warning'));
    if (one.kind !== 'note' && one.kind !== 'attribute' && one.kind !== 'reference') continue;
    const place: Place = { ...one.place, record: one.id };
    if (!there.has(meant(one.target))) found.add(problem('line-target-missing', place, { id: one.target }));
    else if (one.kind === 'note' && !own.has(one.type)) found.add(problem('line-kept-aside', place, { found: excerpt(`${one.type} ${one.text}`) }, 'warning'));
  }
}

/** What was read and has no place: equivalences, notes of other programs, and notes on relations, which have none in Naql; and what was not read. */
function keptOf(statements: readonly Statement[], links: ReadonlySet<string>, meant: (id: string) => string): readonly string[] {
  const own = new Set<string>(Object.values(noteTypes));
  return statements.flatMap((one) => {
    if (one.kind === 'aside') return [one.line];
    const isKept = one.kind === 'note' && (!own.has(one.type) || (one.type === noteTypes.note && links.has(meant(one.target))));
    return isKept ? [`#\t${one.type} ${one.target}\t${one.text}`] : [];
  });
}

interface Reading {
  readonly source: Source;
  readonly offsets: OffsetMap;
  readonly owner: Owner;
  readonly index: Index;
  readonly idOf: (id: string) => string;
}

function spanRecord(mark: Mark, { source, offsets, owner, index, idOf }: Reading, found: Findings): readonly SpanRecord[] {
  const pieces = source.spansOf(mark, found);
  if (!pieces) return [];
  const notes = index.notes.get(mark.id) ?? [];
  const spans = spansSaid(source.text, offsets, pieces, textOf(notes, noteTypes.spans));
  return [{
    id: idOf(mark.id),
    label: mark.type,
    fragments: spans.map(({ start, end }) => ({
      start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), text: source.text.slice(start, end),
    })),
    attributes: (index.attributes.get(mark.id) ?? []).map(({ type, value }) => ({ name: type, value: withBlanks(value) })),
    links: linkOf(mark, index.references.get(mark.id) ?? [], found),
    note: noteSaid(notes),
    flagged: notes.some(({ type }) => type === noteTypes.flag),
    origin: originSaid(textOf(notes, noteTypes.origin)),
    by: owner.annotator,
    status: owner.role,
  }];
}

const textOf = (notes: readonly Note[], wanted: string): string | undefined => notes.find(({ type }) => type === wanted)?.text;

/** The pieces that a note tells, unless the mark was moved since: then what the mark says holds. */
function spansSaid(text: string, offsets: OffsetMap, pieces: readonly Span[], note: string | undefined): readonly Span[] {
  const told = (note ?? '').split(';').map((piece) => /^(\d{1,9}) (\d{1,9})$/.exec(piece)).map((match) => [Number(match?.[1]), Number(match?.[2])] as const);
  const isInside = told.every(([start, end], index) => start < end && end <= offsets.codePointLength && start >= (told[index - 1]?.[1] ?? 0));
  const spans = isInside ? told.map(([start, end]) => ({ start: offsets.toUtf16(codePoint(start)), end: offsets.toUtf16(codePoint(end)) })) : [];
  return canonicalJson(cutAtLines(text, spans)) === canonicalJson(pieces) ? spans : joinedOverLines(text, pieces);
}

/** The whole note, unless the one that brat shows was rewritten since. */
function noteSaid(notes: readonly Note[]): string {
  const shown = notes.filter(({ type }) => type === noteTypes.note).map(({ text }) => text).join('\n');
  const whole = parseJson(textOf(notes, noteTypes.wholeNote) ?? 'null');
  return typeof whole === 'string' && oneLine(whole) === oneLine(shown) ? whole : shown;
}

const originSaid = (written: string | undefined): SpanRecord['origin'] =>
  written === 'suggested-accepted' || written === 'suggested-edited' ? written : 'manual';

function linkOf({ id, place }: Mark, references: readonly Reference[], found: Findings): string[] {
  const [first, ...others] = references;
  if (!first) return [];
  for (const { entity } of others)
    if (entity !== first.entity) found.add(problem('mention-twice', { ...place, record: id }, { mention: id, other: entity }));
  return [entityOfReference(first.entity)];
}

const entityOf = ({ entity, name }: Reference): Entity => {
  const id = entityOfReference(entity) as EntityId;
  return { id, name: name.trim() || id, kind: 'unknown', aliases: [], offices: [], note: '' };
};

interface Tail {
  readonly kind: 'span' | 'entity';
  readonly id: string;
}

function relationRecord(
  { id, type, place }: Pick<Link, 'id' | 'type' | 'place'>, tail: Tail, head: string, idOf: Reading['idOf'], index: Index, found: Findings,
): RelationRecord {
  const notes = index.notes.get(id) ?? [];
  const shown = notes.find((one) => one.type === noteTypes.note);
  if (shown) found.add(problem('line-kept-aside', { ...shown.place, record: id }, { found: excerpt(shown.text) }, 'warning'));
  const plain = (index.attributes.get(id) ?? []).map((one) => [one.type, withBlanks(one.value)] as const);
  const noted = attributesNoted(notes.find((one) => one.type === noteTypes.attributes), { ...place, record: id }, found);
  const attributes = [...plain, ...noted].map(([name, value]) => ({ name, value }));
  return { id: idOf(id), label: type, head, tail: tail.id, tail_kind: tail.kind, attributes };
}

function attributesNoted(note: Note | undefined, place: Place, found: Findings): readonly (readonly [string, string])[] {
  if (!note) return [];
  const value = parseJson(note.text);
  const isFit = isJsonObject(value) && !nestedDeeperThan(2, value);
  const pairs = Object.entries(isFit ? value : {}).flatMap(([name, one]) => (typeof one === 'string' && name !== '' ? [[name, one] as const] : []));
  if (!isFit || pairs.length < Object.keys(value).length) found.add(problem('line-not-read', { ...note.place, ...place }, { found: excerpt(note.text) }));
  return pairs;
}
