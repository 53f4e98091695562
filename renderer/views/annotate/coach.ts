import begun from '../../../seeds/begun.json';
import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type AnnotationSet, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { labelDef, type RelationDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Interaction } from './mode.ts';
import { type Scene } from './scene.ts';

const nowhere: readonly Span[] = [];

/** What a newcomer marks next: a quote of the source that the one marked already has. A colleague has found it in the sample. */
export const exampleIn = (sample: AnnotationSet): readonly Span[] => sample.annotations.find(({ id }) => id === begun.next)?.spans ?? nowhere;

const overlaps = (one: Annotation, span: Span): boolean => hull(one).start < span.end && span.start < hull(one).end;

/** The quotes, and the relation that leads to their source, which makes a quote whole. */
const quotesIn = ({ schema, annotations }: Scene): readonly Annotation[] => annotations.filter(({ label }) => label === schema.labels[0]?.id);
const sourceOf = (schema: Schema): RelationDef | undefined => schema.labels[0] && relationsFrom(schema, schema.labels[0].id)[0];

/** What was there from the start is one quote; a second one, or one over the example, is the newcomer's own. */
function isExampleMarked(scene: Scene, example: readonly Span[]): boolean {
  const quotes = quotesIn(scene);
  return quotes.length > 1 || quotes.some((one) => example.some((span) => overlaps(one, span)));
}

/** The example is outlined until it or another quote is marked, here or elsewhere. */
export const outlined = (scene: Scene, { mode }: Interaction, example: readonly Span[]): readonly Span[] =>
  scene.readOnly || mode.kind === 'pieces' || isExampleMarked(scene, example) ? nowhere : example;

/** Something is linked to it, and nobody knows yet whom it stands for. */
const isNobody = (scene: Scene, { id, label, entity }: Annotation): boolean =>
  entity === null &&
  labelDef(scene.schema, label)?.entity === true &&
  scene.relations.some(({ to }) => to.kind === 'annotation' && to.id === id);

/**
 * The one line that leads through the sample: what to do next follows from what is there, so nothing has to be remembered and undo
 * leads back. `null` when all has been done once.
 */
export function coachLine(scene: Scene, { selection, focused }: Interaction, status: SetStatus, example: readonly Span[]): MessageCode | null {
  if (scene.readOnly || status === 'done' || status === 'needs-review') return null;
  const source = sourceOf(scene.schema);
  const alone = quotesIn(scene).filter(({ id }) => !scene.relations.some(({ from, type }) => from === id && type === source?.type));
  if (alone.length > 0) {
    if (!scene.annotations.some(({ label }) => source?.to.includes(label))) return 'coach.speaker';
    return alone.some(({ id }) => id === focused) ? 'coach.link' : 'coach.link-far';
  }
  if (!isExampleMarked(scene, example)) return selection ? 'coach.label' : 'coach.select';
  return scene.annotations.some((one) => isNobody(scene, one)) ? 'coach.person' : 'coach.finish';
}
