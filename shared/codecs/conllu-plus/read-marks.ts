import { freeId } from '../../model/derived-id.ts';
import { type Place, problem } from '../../result.ts';
import { type Findings } from '../findings.ts';
import { excerpt } from '../shape-problems.ts';
import { emptyCell, type Fields, fieldsOf, unannotatedCell, unescaped } from './cells.ts';
import { type Row } from './read-rows.ts';

/** What the rows say under one number. */
export interface Marked {
  readonly id: string;
  readonly label: string;
  readonly fields: Fields;
  /** First and last row of each piece, by index. */
  readonly pieces: readonly (readonly [first: number, last: number])[];
}

interface Open {
  readonly place: Place;
  readonly pieces: [first: number, last: number][];
  said: { readonly label: string; readonly fields: Fields } | null;
}

const item = /^(\d{1,9})(?::([^+]*))?(\+?)$/s;

/** By number. A number whose label is nowhere said, or a cell that says nothing, is a Problem. */
export function readMarks(rows: readonly Row[], found: Findings): ReadonlyMap<string, Marked> {
  const open = new Map<string, Open>();
  for (const [at, { span, place }] of rows.entries()) {
    if (span === emptyCell || span === unannotatedCell) continue;
    for (const written of span.split(';')) {
      const [, number = '', more, plus = ''] = item.exec(written) ?? [];
      const said = more === undefined ? null : saidBy(more);
      if (number === '' || (more !== undefined && said === null)) {
        found.add(problem('cell-wrong', place, { found: excerpt(written) }));
        continue;
      }
      const mark = open.get(number) ?? { place, pieces: [], said: null };
      open.set(number, mark);
      if (said && mark.said) found.add(problem('span-number-twice', place, { number }));
      mark.said ??= said;
      take(mark, at, plus === '+');
    }
  }
  return closed(open, found);
}

function take({ pieces }: Open, at: number, isNew: boolean): void {
  const last = pieces.at(-1);
  if (last && last[1] >= at - 1 && !isNew) last[1] = at;
  else pieces.push([at, at]);
}

function saidBy(more: string): Open['said'] {
  const [label = '', ...parts] = more.split('|');
  const [name, fields] = [unescaped(label), fieldsOf(parts)];
  return name === null || fields === null ? null : { label: name, fields };
}

function closed(open: ReadonlyMap<string, Open>, found: Findings): ReadonlyMap<string, Marked> {
  const ids = new Set([...open.values()].map(({ said }) => said?.fields.own.get('id')));
  const marked = new Map<string, Marked>();
  for (const [number, { said, place, pieces }] of open) {
    if (!said) {
      found.add(problem('span-number-unknown', place, { number }));
      continue;
    }
    const id = said.fields.own.get('id') ?? freeId(`s${number}`, (candidate) => ids.has(candidate));
    ids.add(id);
    marked.set(number, { id, ...said, pieces });
  }
  return marked;
}
