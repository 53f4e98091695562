import { type RelateInput } from '../../../shared/commands/relate.ts';
import { type MessageCode } from '../../../shared/messages/catalogue.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Relation, type RelationTarget } from '../../../shared/model/relation.ts';
import { type Bilingual, relationDef, type RelationDef, relationsFrom } from '../../../shared/model/schema.ts';
import { maySayNobody, sourceStatus, unknownSource } from '../../../shared/model/source-status.ts';
import { type CandidateKind, candidates } from './link-candidates.ts';
import { type Effect, idle, type Interaction, type ModeOf, perform, refuse, say, type Step, step } from './mode.ts';
import { tick } from './proposal.ts';
import { annotationIn, labelIn, relationsOf, type Scene } from './scene.ts';

/** Does the text offer something to link to? */
export const hasMention = (scene: Scene, { from, def }: Pick<TargetChoice, 'from' | 'def'>): boolean =>
  candidates(scene, def, from, 'annotation').some(({ kind }) => kind === 'annotation');

/** Opens the choice of a target; among people at once when the text offers none. */
export function chooseTarget(state: Interaction, scene: Scene, from: Annotation, def: RelationDef): Step {
  const among = hasMention(scene, { from, def }) ? 'annotation' : def.toEntity ? 'entity' : null;
  if (!among) return step({ ...state, mode: idle }, refuse('annotate.no-candidates'));
  return step(
    { ...state, mode: { kind: 'target', annotation: from.id, relation: def.type, among, cursor: 0 } },
    say(targetQuestion(scene, { from, def }, among)),
  );
}

/** The first relation that may start here: for a quote, who said it. */
export function startLink(state: Interaction, scene: Scene, from: Annotation): Step {
  const def = relationsFrom(scene.schema, from.label)[0];
  return def ? chooseTarget(state, scene, from, def) : step(state, refuse('annotate.no-relation-from'));
}

export function chooseRelation(state: Interaction, scene: Scene, from: Annotation): Step {
  if (relationsFrom(scene.schema, from.label).length === 0) return step(state, refuse('annotate.no-relation-from'));
  return step({ ...state, mode: { kind: 'relation', annotation: from.id } }, say('annotate.choose-relation'));
}

function pickRelation(state: Interaction, scene: Scene, mode: ModeOf<'relation'>, index: number): Step {
  const from = annotationIn(scene, mode.annotation);
  const def = from && relationsFrom(scene.schema, from.label)[index];
  return from && def ? chooseTarget(state, scene, from, def) : step(state);
}

/** What the open choice is about; `undefined` when it is gone. */
export interface TargetChoice {
  readonly from: Annotation;
  readonly def: RelationDef;
  readonly targets: readonly RelationTarget[];
}

export function targetChoice(scene: Scene, mode: ModeOf<'target'>): TargetChoice | undefined {
  const from = annotationIn(scene, mode.annotation);
  const def = relationDef(scene.schema, mode.relation);
  return from && def && { from, def, targets: candidates(scene, def, from, mode.among) };
}

export function link(state: Interaction, scene: Scene, mode: ModeOf<'target'>, to: RelateInput['to']): Step {
  if (!targetChoice(scene, mode)) return step(state);
  const input = { type: mode.relation, from: mode.annotation, to };
  return step({ ...state, mode: idle }, ...(mode.among === 'entity' ? [backToText] : []), perform({ name: 'relate', input }));
}

/** The field that asked for a name had the focus; it gives it back before anything is stored. */
const backToText: Effect = { kind: 'go', region: 'text' };

export function pickTarget(state: Interaction, scene: Scene, mode: ModeOf<'target'>, index: number): Step {
  const target = targetChoice(scene, mode)?.targets[index];
  return target ? link(state, scene, mode, target) : step(state);
}

/** Can it be said that nobody is named? Of a label's first relation, where the Schema has an attribute for it. */
export function mayBeNobody(scene: Scene, { from, def }: Pick<TargetChoice, 'from' | 'def'>): boolean {
  const label = labelIn(scene, from);
  return maySayNobody(label) && relationsFrom(scene.schema, label.id)[0] === def;
}

/** Is it said of an Annotation that nobody is named? */
export function isNobodys(scene: Scene, annotation: Annotation): boolean {
  const [def] = relationsFrom(scene.schema, annotation.label);
  const { attribute, value } = unknownSource;
  return annotation.attributes[attribute] === value && def !== undefined && mayBeNobody(scene, { from: annotation, def });
}

/** What is said of a source that is not simply named, by the same attribute; `null` for one that is, and for other relations. */
export const statusOfSource = (scene: Scene, { from, def }: Pick<TargetChoice, 'from' | 'def'>): Bilingual | null =>
  mayBeNobody(scene, { from, def }) ? sourceStatus(labelIn(scene, from), from) : null;

/** What is asked while a target is chosen. */
export function targetQuestion(scene: Scene, choice: Pick<TargetChoice, 'from' | 'def'>, among: CandidateKind): MessageCode {
  if (among === 'entity') return 'annotate.choose-entity';
  return mayBeNobody(scene, choice) ? 'annotate.choose-source' : 'annotate.choose-target';
}

export function pickNobody(state: Interaction, scene: Scene, mode: ModeOf<'target'>): Step {
  const choice = targetChoice(scene, mode);
  if (!choice || !mayBeNobody(scene, choice)) return step(state);
  return step({ ...state, mode: idle }, perform({ name: 'name-nobody', input: { annotation: choice.from.id, relation: mode.relation, ...unknownSource } }));
}

export function moveCursor(state: Interaction, scene: Scene, mode: ModeOf<'target'>, by: 1 | -1): Step {
  const targets = targetChoice(scene, mode)?.targets ?? [];
  const cursor = Math.min(Math.max(mode.cursor + by, 0), Math.max(targets.length - 1, 0));
  const target = targets[cursor];
  const annotation = target?.kind === 'annotation' ? annotationIn(scene, target.id) : undefined;
  const span = annotation?.spans[0];
  const moved: Interaction = { ...state, mode: { ...mode, cursor } };
  return annotation && span ? step(moved, { kind: 'reveal', span }, { kind: 'describe', annotation: annotation.id }) : step(moved);
}

export function switchCandidates(state: Interaction, scene: Scene, mode: ModeOf<'target'>): Step {
  const among: CandidateKind = mode.among === 'annotation' ? 'entity' : 'annotation';
  const next: ModeOf<'target'> = { ...mode, among, cursor: 0 };
  const choice = targetChoice(scene, next);
  if (!choice || (among === 'entity' ? !choice.def.toEntity : choice.targets.length === 0)) return step(state, refuse('annotate.no-candidates'));
  return step({ ...state, mode: next }, say(targetQuestion(scene, choice, among)));
}

const cut = (state: Interaction, relation: Relation): Step =>
  step({ ...state, mode: idle }, perform({ name: 'unrelate', input: { relation: relation.id } }));

/** The only relation goes at once; of several, one has to be named. */
export function startUnlink(state: Interaction, scene: Scene, from: Annotation): Step {
  const [first, ...others] = relationsOf(scene, from.id);
  if (!first) return step(state, refuse('annotate.no-relation'));
  if (others.length === 0) return cut(state, first);
  return step({ ...state, mode: { kind: 'unlink', annotation: from.id } }, say('annotate.choose-unlink'));
}

function pickUnlink(state: Interaction, scene: Scene, mode: ModeOf<'unlink'>, index: number): Step {
  const relation = relationsOf(scene, mode.annotation).at(index);
  return relation ? cut(state, relation) : step(state);
}

/** The n-th line of whatever choice is open, from 0; -1 is the last one. */
export function pick(state: Interaction, scene: Scene, index: number): Step {
  const { mode } = state;
  if (mode.kind === 'relation') return pickRelation(state, scene, mode, index);
  if (mode.kind === 'target') return pickTarget(state, scene, mode, index);
  if (mode.kind === 'unlink') return pickUnlink(state, scene, mode, index);
  if (mode.kind === 'proposal') return tick(state, scene, mode, index);
  return step(state);
}
