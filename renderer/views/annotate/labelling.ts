import { joined } from '../../../shared/commands/legal-spans.ts';
import { type LabelDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type TextSelection } from '../../editor/editor-contract.ts';
import { naturalLinks } from './auto-link.ts';
import { type Intent } from './intent.ts';
import { idle, type Interaction, perform, refuse, say, type Step, step } from './mode.ts';
import { annotationIn, labelIn, type Scene } from './scene.ts';

/** The pieces collected and the selection: what a Label would be put on. */
export const marked = ({ mode, selection }: Interaction): readonly Span[] =>
  joined([...(mode.kind === 'pieces' ? mode.spans : []), ...(selection ? [selection] : [])]);

function annotation({ anchor }: Interaction, scene: Scene, spans: readonly Span[], def: LabelDef): Intent {
  const links = naturalLinks(scene, anchor, def, spans);
  const input = { label: def.id, spans };
  return links.length > 0 ? { name: 'annotate-linked', input: { ...input, links } } : { name: 'annotate', input };
}

const label = (state: Interaction, scene: Scene, spans: readonly Span[], def: LabelDef, caret: Span): Step =>
  step(
    { ...state, mode: idle, selection: null, grownFrom: [] },
    { kind: 'caret', at: caret.end },
    perform(annotation(state, scene, spans, def)),
  );

/** A digit or a click on a label: labels what is marked, else relabels what has the focus, else is kept for the next selection. */
export function applyLabel(state: Interaction, scene: Scene, def: LabelDef): Step {
  const spans = marked(state);
  const last = spans.at(-1);
  if (last) return label(state, scene, spans, def, last);
  const focused = annotationIn(scene, state.focused);
  if (focused?.label === def.id) return step({ ...state, mode: idle }, { kind: 'describe', annotation: focused.id });
  if (focused) return step({ ...state, mode: idle }, perform({ name: 'set-label', input: { annotation: focused.id, label: def.id } }));
  if (state.mode.kind === 'armed' && state.mode.label === def.id) return step({ ...state, mode: idle }, say('annotate.disarmed'));
  return step({ ...state, mode: { kind: 'armed', label: def.id } }, say('annotate.armed', { label: def.name }));
}

/** How a selection came about: while keys grow it, it is not finished. */
export type SelectionSource = 'pointer' | 'keys';

/** With Ctrl, a selection is a piece; while a Label is armed, a finished one gets it at once. */
export function select(state: Interaction, scene: Scene, selection: TextSelection | null, source: SelectionSource): Step {
  if (!selection) return step(state.selection ? { ...state, selection: null } : state);
  const grownFrom = state.selection && sameSpan(state.selection, selection.span) ? state.grownFrom : [];
  const selected: Interaction = { ...state, selection: selection.span, grownFrom };
  if (selection.additive) return collect(state, scene, selection.span);
  if (state.mode.kind === 'armed' && source === 'pointer') return applyArmed(selected, scene);
  return step(selected);
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Puts the armed Label on the selection. */
export function applyArmed(state: Interaction, scene: Scene): Step {
  const { mode } = state;
  const def = mode.kind === 'armed' ? scene.schema.labels.find(({ id }) => id === mode.label) : undefined;
  return def && state.selection ? applyLabel(state, scene, def) : step(state);
}

/**
 * The Span becomes a piece: of the focused Annotation where its Label may have several, else of one that a digit will make.
 * An ordinary selection made before counts as the first piece.
 */
export function collect(state: Interaction, scene: Scene, span: Span): Step {
  const focused = annotationIn(scene, state.focused);
  if (focused && labelIn(scene, focused).discontinuous && state.mode.kind !== 'pieces') {
    return step(
      { ...state, mode: idle, selection: null, grownFrom: [] },
      { kind: 'caret', at: span.end },
      perform({ name: 'add-piece', input: { annotation: focused.id, span } }),
    );
  }
  const spans = joined([...marked(state), span]);
  return step(
    { ...state, mode: { kind: 'pieces', spans }, focused: null, selection: null, grownFrom: [] },
    { kind: 'caret', at: span.end },
    say('annotate.pieces', { n: spans.length }),
  );
}

export const collectSelection = (state: Interaction, scene: Scene): Step =>
  state.selection ? collect(state, scene, state.selection) : step(state, refuse('annotate.nothing-selected'));
