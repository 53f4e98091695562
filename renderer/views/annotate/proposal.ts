import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Bilingual, type LabelDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type BorderUnit, movedOffset, type Side } from '../../../shared/text/move-border.ts';
import { sameText } from '../../../shared/text/same-text.ts';
import { type SpanEdge } from '../../editor/editor-contract.ts';
import { withBorder } from './border.ts';
import { framedLabels, frameProposals, missingParts } from './frame-proposals.ts';
import { type Intent } from './intent.ts';
import { findCues } from './lexicon.ts';
import { type Effect, idle, type Interaction, type ModeOf, perform, refuse, say, type Step, step } from './mode.ts';
import { framePart, type Proposed, proposed, type Purpose } from './proposed.ts';
import { annotationIn, type Scene, targetWords } from './scene.ts';

type ProposalMode = ModeOf<'proposal'>;

/** Goes to an item: the text scrolls to it, and it is told. */
function show(state: Interaction, scene: Scene, mode: ProposalMode): Step {
  const item = mode.items[mode.cursor];
  const effects: readonly Effect[] = item ? [...(item.span ? [{ kind: 'reveal', span: item.span } as const] : []), told(scene, mode, item)] : [];
  return step({ ...state, mode }, ...effects);
}

function told({ text, ...scene }: Scene, { items, cursor }: ProposalMode, { span, target, isTaken }: Proposed): Effect {
  const words = span ? text.slice(span.start, span.end) : (target && targetWords({ text, ...scene }, target)) ?? '';
  return say('annotate.proposal.at', { n: cursor + 1, total: items.length, words, taken: isTaken ? 'yes' : 'no' });
}

function propose(state: Interaction, scene: Scene, purpose: Purpose, items: readonly Proposed[]): Step {
  return show({ ...state, selection: null, grownFrom: [] }, scene, { kind: 'proposal', purpose, items, cursor: 0, edge: 'end' });
}

/** Places that bear the Label already, wholly or in part, are not offered again. */
function freePlaces({ text, annotations }: Scene, label: LabelId, like: Span): readonly Span[] {
  const taken = annotations.filter((one) => one.label === label).flatMap(({ spans }) => spans);
  return sameText(text, like).filter((place) => !taken.some(({ start, end }) => start < place.end && place.start < end));
}

/** The Label that a selection is known to have: the armed one, else that of what is marked exactly there. */
function labelOfSelection({ mode }: Interaction, { annotations }: Scene, { start, end }: Span): LabelId | null {
  if (mode.kind === 'armed') return mode.label;
  return annotations.find(({ spans }) => spans.length === 1 && spans[0]?.start === start && spans[0].end === end)?.label ?? null;
}

/** Offers the Label of the focused Annotation, or of the selection, wherever else the article says the same. */
export function proposeSame(state: Interaction, scene: Scene): Step {
  const { selection } = state;
  if (selection) return proposeSameAs(state, scene, selection);
  const focused = annotationIn(scene, state.focused);
  if (!focused) return step(state, refuse('annotate.same.nothing'));
  const [only, ...others] = focused.spans;
  if (!only || others.length > 0) return step(state, refuse('annotate.same.pieces'));
  return offer(state, scene, { kind: 'same', label: focused.label, like: focused.id }, freePlaces(scene, focused.label, only));
}

function proposeSameAs(state: Interaction, scene: Scene, selection: Span): Step {
  const label = labelOfSelection(state, scene, selection);
  if (label === null) return step(state, refuse('annotate.same.no-label'));
  const like = scene.annotations.find((one) => one.label === label && one.spans.length === 1 && one.spans[0]?.start === selection.start && one.spans[0].end === selection.end);
  const places = freePlaces(scene, label, selection);
  return offer(state, scene, { kind: 'same', label, like: like?.id ?? null }, like || places.length === 0 ? places : [selection, ...places]);
}

function offer(state: Interaction, scene: Scene, purpose: ModeOf<'proposal'>['purpose'] & { kind: 'same' }, places: readonly Span[]): Step {
  if (places.length === 0) return step({ ...state, mode: idle }, refuse('annotate.same.none'));
  return propose(state, scene, purpose, places.map((span) => proposed({ label: purpose.label, span })));
}

/** Offers what the focused Annotation lacks and its paragraph shows. */
export function proposeFrame(state: Interaction, scene: Scene, of: Annotation): Step {
  const items = frameProposals(scene, of, findCues);
  return items.length > 0 ? propose(state, scene, { kind: 'frame', of: of.id }, items) : step(state, nothingProposed(scene, of));
}

/** Why nothing is proposed, and what to do about it. */
function nothingProposed(scene: Scene, of: Annotation): Effect {
  const framed = framedLabels(scene);
  if (!framed.some(({ id }) => id === of.label)) return refuse('annotate.frame.not-here', { labels: namesOf(framed) });
  const lacking = missingParts(scene, of);
  return lacking.length === 0 ? refuse('annotate.frame.whole') : refuse('annotate.frame.none', { labels: namesOf(lacking) });
}

const namesOf = (labels: readonly LabelDef[]): Bilingual => ({
  fa: labels.map(({ name }) => name.fa).join('، '), en: labels.map(({ name }) => name.en).join(', '),
});

export function moveToProposal(state: Interaction, scene: Scene, mode: ProposalMode, by: 1 | -1): Step {
  const cursor = Math.min(Math.max(mode.cursor + by, 0), mode.items.length - 1);
  return show(state, scene, { ...mode, cursor });
}

/** Takes the tick of an item away, or sets it again. */
export function tick(state: Interaction, scene: Scene, mode: ProposalMode, index: number): Step {
  const item = mode.items[index];
  if (!item) return step(state);
  return show(state, scene, { ...mode, cursor: index, items: mode.items.with(index, { ...item, isTaken: !item.isTaken }) });
}

export const holdEdge = (state: Interaction, mode: ProposalMode, edge: SpanEdge): Step =>
  step({ ...state, mode: { ...mode, edge } }, say(edge === 'start' ? 'annotate.border.start' : 'annotate.border.end'));

/** Moves a border of what is not made yet; what is there already stays as it is. */
export function adjust(state: Interaction, scene: Scene, mode: ProposalMode, unit: BorderUnit, side: Side, turned?: ParagraphDirections): Step {
  const item = mode.items[mode.cursor];
  if (!item?.span || item.target) return step(state);
  const offset = movedOffset(scene.text, item.span[mode.edge], mode.edge, unit, side, turned);
  const [moved] = withBorder([item.span], 0, mode.edge, offset) ?? [];
  return moved ? show(state, scene, { ...mode, items: mode.items.with(mode.cursor, { ...item, span: moved }) }) : step(state);
}

function intentOf(purpose: Purpose, taken: readonly Proposed[]): Intent {
  if (purpose.kind === 'frame') return { name: 'complete-frame', input: { of: purpose.of, parts: taken.map(framePart) } };
  return { name: 'annotate-all', input: { label: purpose.label, like: purpose.like, places: taken.flatMap(({ span }) => span ?? []) } };
}

/** Makes everything that is ticked, in one step for undo. */
export function accept(state: Interaction, { purpose, items }: ProposalMode): Step {
  const taken = items.filter(({ isTaken }) => isTaken);
  if (taken.length === 0) return step(state, refuse('annotate.proposal.nothing'));
  const rested: Interaction = { ...state, mode: idle };
  const of = purpose.kind === 'frame' ? purpose.of : purpose.like;
  return step({ ...rested, focused: of ?? state.focused }, perform(intentOf(purpose, taken)));
}

/** What stands in the text of what is offered: the ticked, and the one that is being looked at. */
export const proposedSpans = ({ items, cursor }: ProposalMode): readonly Span[] =>
  items.flatMap(({ span, isTaken, target }, index) => (span && (target === null || index === cursor) && (isTaken || index === cursor) ? [span] : []));

