import { type Annotation, sameSpans } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Entity } from '../../model/entity.ts';
import { type EntityId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type Fragment } from '../fragment.ts';
import { type SpanWriter, spanWriter } from '../written-span.ts';
import { noteTypes, reference, referenceOf, writtenType } from './dialect.ts';
import { isWritable, renamed } from './kept-lines.ts';
import { cutAtLines, joinedOverLines } from './line-pieces.ts';
import { numbering } from './numbering.ts';
import { oneLine, oneLineJson, withoutBlanks } from './one-line.ts';

/** A text with what its lines need, made once. */
export interface TextView {
  readonly text: string;
  readonly fragment: SpanWriter;
}

export const textView = (text: string): TextView => ({ text, fragment: spanWriter(text, 'code-point') });

/**
 * One set as the lines of an `.ann` file, each kind after the other.
 * @param kept lines that came with it and have no place in Naql; those whose ends are gone stay out
 */
export function annLines(set: AnnotationSet, entities: readonly Entity[], view: TextView, kept: readonly string[] = []): readonly string[] {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const marks = numbering('T', set.annotations.map(({ id }) => id));
  const inText = set.relations.filter(({ to }) => to.kind === 'annotation');
  const inWorld = set.relations.filter(({ to }) => to.kind === 'entity');
  const links = new Map([...numbering('R', inText.map(({ id }) => id)), ...numbering('N', inWorld.map(({ id }) => id))]);
  const number = (id: string): string => numberIn(marks, id);
  const named = (id: EntityId): string => `${referenceOf(id)}\t${oneLine(nameOf.get(id) ?? '')}`;
  const inFile = new Map([...marks, ...links]);
  const again = kept.filter((line) => isWritable(line, (id) => inFile.has(id))).map((line) => renamed(line, (id) => numberIn(inFile, id)));
  const references = set.annotations.flatMap((one) => (one.entity === null ? [] : [`${reference} ${number(one.id)} ${named(one.entity)}`]));
  return [
    ...set.annotations.map((one) => `${number(one.id)}\t${one.label} ${piecesOf(one, view)}`),
    ...counted('A', set.annotations.flatMap((one) => attributesOf(one, number(one.id)))),
    ...inText.map((one) => `${numberIn(links, one.id)}\t${one.type} Arg1:${number(one.from)} Arg2:${number(one.to.id)}`),
    ...inWorld.map(
      ({ id, type, from, to }) => `${numberIn(links, id)}\t${writtenType(type)} ${number(from)} ${named(to.id as EntityId)}`,
    ),
    ...counted('N', references, new Set(links.values())),
    ...counted('#', [
      ...set.annotations.flatMap((one) => notesOf(one, number(one.id), view)),
      ...set.relations.flatMap((one) => relationNotes(one, numberIn(links, one.id))),
      ...again.filter((line) => line.startsWith('#')).map((line) => line.slice(2)),
    ]),
    ...again.filter((line) => !line.startsWith('#')),
  ];
}

function numberIn(numbers: ReadonlyMap<string, string>, id: string): string {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`${id} is referred to and has no number`);
  return number;
}

/** Numbers for lines that nothing refers to. */
function counted(letter: string, lines: readonly string[], taken: ReadonlySet<string> = new Set()): readonly string[] {
  let count = 0;
  return lines.map((line) => {
    do count++;
    while (taken.has(`${letter}${count}`));
    return `${letter}${count}\t${line}`;
  });
}

const offsetList = (fragments: readonly Fragment[]): string => fragments.map(({ start, end }) => `${start} ${end}`).join(';');

/** Offsets in code points, and what stands there: pieces joined with one blank, as brat compares them. */
export function piecesOf({ spans }: Pick<Annotation, 'spans'>, view: TextView): string {
  const pieces = cutAtLines(view.text, spans).map(view.fragment);
  return `${offsetList(pieces)}\t${pieces.map(({ text }) => text).join(' ')}`;
}

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

const attributesOf = ({ attributes }: Annotation, number: string): readonly string[] =>
  Object.entries(attributes).sort(byName).map(([name, value]) => `${name} ${number} ${withoutBlanks(value)}`);

function notesOf({ id, note, flagged, origin, spans }: Annotation, number: string, view: TextView): readonly string[] {
  const isHidden = !sameSpans(joinedOverLines(view.text, cutAtLines(view.text, spans)), spans);
  const shown = oneLine(note);
  return [
    ...(shown === '' ? [] : [`${noteTypes.note} ${number}\t${shown}`]),
    ...(shown === note ? [] : [`${noteTypes.wholeNote} ${number}\t${oneLineJson(note)}`]),
    ...(flagged ? [`${noteTypes.flag} ${number}\tflagged`] : []),
    ...(origin === 'manual' ? [] : [`${noteTypes.origin} ${number}\t${origin}`]),
    ...(isHidden ? [`${noteTypes.spans} ${number}\t${offsetList(spans.map(view.fragment))}`] : []),
    ...idNote(id, number),
  ];
}

const relationNotes = ({ id, attributes }: Relation, number: string): readonly string[] => [
  ...(Object.keys(attributes).length === 0
    ? []
    : [`${noteTypes.attributes} ${number}\t${oneLineJson(Object.fromEntries(Object.entries(attributes).sort(byName)))}`]),
  ...idNote(id, number),
];

const idNote = (id: string, number: string): readonly string[] => (id === number ? [] : [`${noteTypes.id} ${number}\t${id}`]);
