import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { type Writer } from '../codec.ts';
import { zipped } from '../zip.ts';
import { overlapLine } from './configuration.ts';
import { fileNames } from '../file-names.ts';
import { compartmentOf, digitsOf, nobody, tableHead, tableRow } from './polnear-layout.ts';
import { attribution, attributionWithoutSource, type Part, partOf, parts, type Roles, rolesOf } from './polnear-roles.ts';
import { file, inLines } from './write.ts';
import { piecesOf, type TextView, textView } from './write-lines.ts';

const configuration = `[entities]
${parts.join('\n')}

[relations]
${overlapLine}

[events]
${attribution}\tContent+:Content, Cue*:Cue, Source+:Source
${attributionWithoutSource}\tContent+:Content, Cue*:Cue

[attributes]
`;

/** `<stem>.zip` as PolNeAR's own release is laid out, one compartment of it: a text, a file of attributions for each annotator, a table. */
export function writePolnear(schema: Schema, stem: string): Writer {
  const nameOf = fileNames();
  const roles = rolesOf(schema);
  const place = compartmentOf(stem);
  const rows: string[] = [];
  const writer: Writer = {
    add: ({ articles: [article], sets }) => {
      if (!article) return [];
      const filename = nameOf(article.id);
      const view = textView(article.text);
      const works = sets.map((set) => ({ digits: digitsOf(set.annotator), lines: attributionLines(set, roles, view) }));
      // Both readers want a file of attributions beside every text.
      const written = works.length > 0 ? works : [{ digits: nobody, lines: [] }];
      rows.push(tableRow({ compartment: place.name, filename, annotators: written.map(({ digits }) => digits) }));
      return [file(place.text(filename), article.text), ...written.map(({ digits, lines }) => file(place.attributions(filename, digits), inLines(lines)))];
    },
    end: () => [file(place.configuration, configuration), file(place.table, inLines([tableHead, ...rows]))],
  };
  return zipped(writer, `${stem}.zip`);
}

interface Attributed {
  readonly content: Annotation;
  readonly sources: readonly Annotation[];
  readonly cues: readonly Annotation[];
}

/** Marks in reading order, then for each quote that has a source or a cue its trigger and its event. */
function attributionLines(set: AnnotationSet, roles: Roles, view: TextView): readonly string[] {
  const numbers = new Map(set.annotations.map(({ id }, index) => [id, index + 1]));
  const mark = (number: number, type: string, one: Annotation): string => `T${number}\t${type} ${piecesOf(one, view)}`;
  const marks = set.annotations.map((one, index) => mark(index + 1, partOf(roles, one.label) ?? one.label, one));
  const events = attributedIn(set, roles).flatMap(({ content, sources, cues }, index) => {
    const type = sources.length > 0 ? attribution : attributionWithoutSource;
    const trigger = numbers.size + index + 1;
    const roleList = [...filled('Content', [content]), ...filled('Cue', cues), ...filled('Source', sources)];
    const written = roleList.map(({ role, one }) => `${role}:T${numbers.get(one.id)}`);
    return [mark(trigger, type, cues[0] ?? firstPiece(content)), `E${index + 1}\t${[`${type}:T${trigger}`, ...written].join(' ')}`];
  });
  return [...marks, ...events];
}

/** The second one of a part is `Source2`, and so on. */
const filled = (role: Part, all: readonly Annotation[]) => all.map((one, index) => ({ role: index === 0 ? role : `${role}${index + 1}`, one }));

/** brat wants a trigger; without a cue it is where the quote begins. */
const firstPiece = (content: Annotation): Annotation => ({ ...content, spans: content.spans.slice(0, 1) });

function attributedIn(set: AnnotationSet, { labels, relations }: Roles): readonly Attributed[] {
  const order = new Map(set.annotations.map((one, index) => [one.id, { one, index }]));
  const linked = new Map<AnnotationId, { readonly type: string; readonly to: string }[]>();
  for (const { type, from, to } of set.relations) linked.set(from, [...(linked.get(from) ?? []), { type, to: to.id }]);
  return set.annotations
    .filter(({ id, label }) => label === labels.Content && linked.has(id))
    .map((content) => {
      const ends = (wanted: string | null): readonly Annotation[] =>
        (linked.get(content.id) ?? [])
          .flatMap(({ type, to }) => (type === wanted ? (order.get(to as AnnotationId) ?? []) : []))
          .sort((a, b) => a.index - b.index)
          .map(({ one }) => one);
      return { content, sources: ends(relations.Source), cues: ends(relations.Cue) };
    });
}
