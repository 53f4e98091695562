import { type SetEntityInput } from '../../../shared/commands/set-entity.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type EntityOption, entityOptions, kindOfMention } from './entity-options.ts';
import { idle, type Interaction, type ModeOf, perform, type Step, step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** What an option means for a mention. */
export const chosenEntity = (annotation: Annotation, option: EntityOption): NonNullable<SetEntityInput['entity']> =>
  option.kind === 'known' ? option.entity.id : { name: option.name, kind: kindOfMention(annotation) };

/** The answer to "who is this?". The field gives the focus back at once: the next key is not for it. */
export const answerWho = (state: Interaction, annotation: AnnotationId, entity: SetEntityInput['entity']): Step =>
  step({ ...state, mode: idle }, { kind: 'go', region: 'text' }, perform({ name: 'set-entity', input: { annotation, entity } }));

/** The n-th option from 0, by a digit that came before the field had the focus: quick keys mean what slow ones do. */
export function pickWho(state: Interaction, scene: Scene, mode: ModeOf<'entity'>, index: number): Step {
  const annotation = annotationIn(scene, mode.annotation);
  const option = annotation && entityOptions(scene, annotation, '')[index];
  return annotation && option ? answerWho(state, annotation.id, chosenEntity(annotation, option)) : step(state);
}
