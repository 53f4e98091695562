import { problem, type Place } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { byteOrderMark, hasByteOrderMark } from '../byte-order-mark.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';

interface Stated {
  readonly place: Place;
  readonly id: string;
}

/** Offsets as the file counts them, half-open. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** T: something marked in the text. `text` is `null` where the line does not repeat it. */
export interface Mark extends Stated {
  readonly kind: 'mark';
  readonly type: string;
  readonly pieces: readonly Piece[];
  readonly text: string | null;
}
/** A, and M of old files. */
export interface Attribute extends Stated {
  readonly kind: 'attribute';
  readonly type: string;
  readonly target: string;
  readonly value: string;
}
/** R, whose two arguments come in the order of the line. */
export interface Link extends Stated {
  readonly kind: 'link';
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
export interface Role {
  readonly role: string;
  readonly target: string;
}
/** E: a trigger and whoever plays a part. */
export interface Event extends Stated {
  readonly kind: 'event';
  readonly type: string;
  readonly trigger: string;
  readonly roles: readonly Role[];
}
/** N: a link into a database. */
export interface Reference extends Stated {
  readonly kind: 'reference';
  readonly type: string;
  readonly target: string;
  readonly entity: string;
  readonly name: string;
}
/** # */
export interface Note extends Stated {
  readonly kind: 'note';
  readonly type: string;
  readonly target: string;
  readonly text: string;
}
/** A line that says nothing Naql has a place for: an equivalence, or one that was not read (and said so). */
export interface Aside {
  readonly kind: 'aside';
  readonly place: Place;
  readonly isRead: boolean;
  readonly line: string;
}
export type Statement = Mark | Attribute | Link | Event | Reference | Note | Aside;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The lines of an `.ann`, `.a1` or `.a2` file. One that says nothing brat knows is `line-not-read`, and comes as it is. */
export function readStatements({ name, bytes }: NamedBytes, found: Findings): readonly Statement[] {
  const statements: Statement[] = [];
  const hasMark = hasByteOrderMark(bytes);
  if (hasMark) found.add(problem('byte-order-mark', { file: name, line: 1 }, {}, 'warning'));
  let line = 0;
  for (let start = hasMark ? byteOrderMark.length : 0; start < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, start);
    const next = feed < 0 ? bytes.length : feed;
    const endsInReturn = next > start && bytes[next - 1] === carriageReturn;
    const place = { file: name, line: ++line };
    if (endsInReturn) found.addOnce(problem('carriage-returns', { file: name, line: 1 }, {}, 'warning'));
    const decoded = decodeUtf8(bytes.subarray(start, endsInReturn ? next - 1 : next));
    if (!decoded.ok) found.add(problem('line-not-utf8', place, { byte: decoded.byte + 1 }));
    else if (decoded.text.trim() !== '') statements.push(...readStatement(decoded.text, place, found));
    start = next + 1;
  }
  return statements;
}

function readStatement(line: string, place: Place, found: Findings): readonly Statement[] {
  const [id, data, ...rest] = line.split('\t');
  const tail = rest.length === 0 ? null : rest.join('\t');
  if (line.startsWith('*')) return [{ kind: 'aside', place, isRead: true, line }];
  const isWhole = id !== undefined && data !== undefined && /^[TAMRENW#]\S{1,30}$/.test(id);
  const statement = isWhole ? parsed(id, data, tail, place) : null;
  if (statement) return [statement];
  found.add(problem('line-not-read', place, { found: excerpt(line) }));
  return [{ kind: 'aside', place, isRead: false, line }];
}

function parsed(id: string, data: string, tail: string | null, place: Place): Statement | null {
  const fields = data.split(' ').filter((field) => field !== '');
  const [type, target] = fields;
  if (type === undefined) return null;
  const stated = { place, id, type };
  switch (id[0]) {
    case 'T':
      return markOf(stated, data, tail);
    case 'E':
      return eventOf(stated, fields.slice(1));
    case 'R':
      return linkOf(stated, fields.slice(1));
    case 'A':
    case 'M':
      return target === undefined ? null : { ...stated, kind: 'attribute', target, value: fields.slice(2).join(' ') || 'true' };
    case 'N':
      return referenceOf(stated, fields.slice(1), tail);
    default:
      return target === undefined || id[0] !== '#' ? null : { ...stated, kind: 'note', target, text: tail ?? '' };
  }
}

type Typed = Stated & { readonly type: string };

function markOf(stated: Typed, data: string, text: string | null): Mark | null {
  const pieces = data.slice(data.indexOf(stated.type) + stated.type.length).trim().split(';').map(pieceOf);
  const whole = pieces.flatMap((piece) => (piece ? [piece] : []));
  return whole.length === pieces.length ? { ...stated, kind: 'mark', pieces: whole, text } : null;
}

function pieceOf(written: string): Piece | null {
  const match = /^ ?(\d{1,9}) (\d{1,9}) ?$/.exec(written);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}

function rolesOf(fields: readonly string[]): readonly Role[] | null {
  const roles = fields.map((field) => ({ role: field.slice(0, Math.max(0, field.indexOf(':'))), target: field.slice(field.indexOf(':') + 1) }));
  return roles.every(({ role, target }) => role !== '' && target !== '') ? roles : null;
}

function linkOf(stated: Typed, fields: readonly string[]): Link | null {
  const [from, to, ...others] = rolesOf(fields) ?? [];
  return from && to && others.length === 0 ? { ...stated, kind: 'link', from: from.target, to: to.target } : null;
}

/** The first field is the type with its trigger; a file of the 2011 shared task may leave the trigger out, and then it is not read. */
function eventOf({ place, id, type: first }: Typed, fields: readonly string[]): Event | null {
  const [trigger] = rolesOf([first]) ?? [];
  const roles = rolesOf(fields);
  return trigger && roles ? { place, id, kind: 'event', type: trigger.role, trigger: trigger.target, roles } : null;
}

function referenceOf(stated: Typed, [target, entity]: readonly string[], name: string | null): Reference | null {
  if (target === undefined || entity === undefined || !/^[^:]+:./u.test(entity)) return null;
  return { ...stated, kind: 'reference', target, entity, name: name ?? '' };
}
