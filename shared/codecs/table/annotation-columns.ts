import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Entity } from '../../model/entity.ts';
import { type AnnotationId } from '../../model/id.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { isLegalOffset, type Span } from '../../text/offsets.ts';
import { type ArticleView } from './article-view.ts';
import { type Column } from './column.ts';
import { type Wording } from './wording.ts';

/** One Span of an Annotation, with all that its row tells. */
export interface FragmentSubject {
  readonly view: ArticleView;
  readonly set: AnnotationSet;
  readonly annotation: Annotation;
  readonly index: number;
  readonly speakers: readonly Speaker[];
}

/** Whom a Relation of the Annotation leads to: a mention in the text, somebody in the world, or the one through the other. */
export interface Speaker {
  readonly mention: Annotation | null;
  readonly entity: Entity | null;
}

export function annotationColumns(schema: Schema, wording: Wording): readonly Column<FragmentSubject>[] {
  const spanOf = ({ annotation, index }: FragmentSubject): Span => annotation.spans[index] as Span;
  return [
    { id: 'doc_id', cell: ({ view }) => view.article.id },
    { id: 'title', cell: ({ view }) => view.article.title, isLong: true },
    { id: 'published', cell: ({ view }) => view.published },
    { id: 'span_id', cell: ({ annotation }) => annotation.id },
    { id: 'fragment', cell: ({ index }) => index + 1 },
    { id: 'fragments', cell: ({ annotation }) => annotation.spans.length },
    { id: 'label', cell: ({ annotation }) => wording.label(annotation.label) },
    { id: 'text', cell: (one) => one.view.words(spanOf(one)), isLong: true },
    { id: 'speaker', cell: ({ view, speakers }) => shortened(mentionsOf(speakers).map((one) => textOf(one, view))), isLong: true },
    { id: 'speaker_entity', cell: ({ speakers }) => shortened(peopleOf(speakers).map(({ name }) => name)) },
    { id: 'entity', cell: ({ view, annotation }) => annotation.entity && (view.entity(annotation.entity)?.name ?? null) },
    { id: 'before', cell: (one) => wording.context(before(one.view.article.text, spanOf(one))), isLong: true },
    { id: 'after', cell: (one) => wording.context(after(one.view.article.text, spanOf(one))), isLong: true },
    { id: 'note', cell: ({ annotation }) => annotation.note, isLong: true },
    { id: 'flagged', cell: ({ annotation }) => wording.flag(annotation.flagged) },
    ...attributeColumns(schema, wording),
    { id: 'annotator', cell: ({ view, set }) => view.annotator(set).name },
    { id: 'role', cell: ({ set }) => wording.role(set.role) },
    { id: 'status', cell: ({ set }) => wording.status(set.status) },
    { id: 'origin', cell: ({ annotation }) => wording.origin(annotation.origin) },
    { id: 'start', cell: (one) => one.view.point(spanOf(one).start) },
    { id: 'end', cell: (one) => one.view.point(spanOf(one).end) },
    { id: 'label_id', cell: ({ annotation }) => annotation.label },
    { id: 'entity_id', cell: ({ annotation }) => annotation.entity },
    { id: 'speaker_id', cell: ({ speakers }) => shortened(mentionsOf(speakers).map(({ id }) => id)) },
    { id: 'speaker_entity_id', cell: ({ speakers }) => shortened(peopleOf(speakers).map(({ id }) => id)) },
    { id: 'annotator_id', cell: ({ set }) => set.annotator },
    { id: 'set_id', cell: ({ set }) => set.id },
  ];
}

const mentionsOf = (speakers: readonly Speaker[]): readonly Annotation[] => speakers.flatMap(({ mention }) => mention ?? []);
const peopleOf = (speakers: readonly Speaker[]): readonly Entity[] => speakers.flatMap(({ entity }) => entity ?? []);

/** One for each attribute name; where Labels name it differently, its Persian names stand side by side. */
function attributeColumns({ labels }: Schema, wording: Wording): readonly Column<FragmentSubject>[] {
  const names = new Map<string, Set<string>>();
  for (const { id, name } of labels.flatMap(({ attributes }) => attributes)) names.set(id, (names.get(id) ?? new Set()).add(name.fa));
  return [...names].map(([id, said]) => ({
    id: `attr_${id}`,
    name: [...said].join(' / '),
    cell: ({ annotation: { label, attributes } }) => {
      const value = Object.hasOwn(attributes, id) ? attributes[id] : undefined;
      return value === undefined ? null : wording.value(label, id, value);
    },
  }));
}

/** What a label says, its pieces in one. */
export const textOf = ({ spans }: Annotation, view: ArticleView): string => spans.map((one) => view.words(one)).join(' … ');

/** UTF-16 code units of a cell that repeats what stands elsewhere in full, and of the context on each side. */
const longest = { repeated: 500, context: 60 };

export const shortened = (parts: readonly string[]): string => cutAt(parts.join('؛ '), longest.repeated);

function cutAt(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, isLegalOffset(text, length) ? length : length - 1)}…`;
}

/** Up to whole words, where there is one to stop at. */
function before(text: string, { start }: Span): string {
  const from = Math.max(0, start - longest.context);
  const words = text.slice(isLegalOffset(text, from) ? from : from + 1, start);
  const blank = from === 0 ? -1 : words.search(/\s/);
  return words.slice(blank + 1);
}

function after(text: string, { end }: Span): string {
  const to = Math.min(text.length, end + longest.context);
  const words = text.slice(end, isLegalOffset(text, to) ? to : to - 1);
  const blank = to === text.length ? -1 : words.search(/\s\S*$/);
  return blank < 0 ? words : words.slice(0, blank);
}

/** By the Annotation they speak in: targets of its Relations that stand for somebody in the world. */
export function speakersIn(set: AnnotationSet, schema: Schema, view: ArticleView): ReadonlyMap<AnnotationId, readonly Speaker[]> {
  const byId = new Map(set.annotations.map((one) => [one.id, one]));
  const speakers = new Map<AnnotationId, Speaker[]>();
  const add = (id: AnnotationId, speaker: Speaker): void => void speakers.set(id, [...(speakers.get(id) ?? []), speaker]);
  for (const { from, to } of set.relations) {
    if (to.kind === 'entity') add(from, { mention: null, entity: view.entity(to.id) ?? null });
    else {
      const mention = byId.get(to.id);
      if (!mention || !labelDef(schema, mention.label)?.entity) continue;
      add(from, { mention, entity: mention.entity === null ? null : (view.entity(mention.entity) ?? null) });
    }
  }
  return speakers;
}
