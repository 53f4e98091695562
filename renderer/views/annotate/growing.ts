import { clauseAt } from '../../../shared/suggest/clause.ts';
import { type MotionUnit, unitAt } from '../../../shared/text/motion.ts';
import { type Span, span, type Utf16Offset, utf16 } from '../../../shared/text/offsets.ts';
import { snap } from '../../../shared/text/snap.ts';
import { type Interaction, refuse, type Step, step } from './mode.ts';
import { findCues } from './lexicon.ts';
import { quoteAround } from './quote-around.ts';
import { type Scene } from './scene.ts';

const units = ['token', 'sentence', 'paragraph'] as const satisfies readonly MotionUnit[];

/** The units that the Span touches, without what is never part of a label. */
function around(text: string, here: Span, unit: MotionUnit): Span | null {
  const first = unitAt(text, here.start, unit);
  const last = unitAt(text, utf16(Math.max(here.start, here.end - 1)), unit);
  return first && last && snap(text, span(first.start, last.end), 'word');
}

/** The next larger of word, sentence and paragraph around a Span (a caret is an empty one); `null` when there is none. */
export function grown(text: string, here: Span): Span | null {
  for (const unit of units) {
    const found = around(text, here, unit);
    if (found && found.start <= here.start && found.end >= here.end && found.end - found.start > here.end - here.start) return found;
  }
  // A caret beside a word lies outside it, and is meant for it all the same.
  return here.start === here.end ? around(text, here, 'token') : null;
}

/** A wider selection, which Shift+KeyW can take back. The mode stays: an armed label waits for the final one. */
function selectFrom(state: Interaction, next: Span): Step {
  return step(
    { ...state, selection: next, grownFrom: [...state.grownFrom, state.selection] },
    { kind: 'select', span: next },
    { kind: 'reveal', span: next },
  );
}

export function grow(state: Interaction, scene: Scene, caret: Utf16Offset): Step {
  const next = grown(scene.text, state.selection ?? span(caret, caret));
  return next ? selectFrom(state, next) : step(state, refuse('annotate.nothing-larger'));
}

export function shrink(state: Interaction): Step {
  const { selection, grownFrom } = state;
  const before = grownFrom.at(-1);
  if (!selection || before === undefined) return step(state, refuse('annotate.nothing-smaller'));
  const shrunk: Interaction = { ...state, selection: before, grownFrom: grownFrom.slice(0, -1) };
  return step(shrunk, before ? { kind: 'select', span: before } : { kind: 'caret', at: selection.start });
}

export function selectQuote(state: Interaction, scene: Scene, caret: Utf16Offset): Step {
  const next = quoteAround(scene.text, state.selection ?? span(caret, caret), findCues);
  return next ? selectFrom(state, next) : step(state, refuse('annotate.no-marks'));
}

export function selectClause(state: Interaction, scene: Scene, caret: Utf16Offset): Step {
  const next = clauseAt(scene.text, state.selection?.start ?? caret);
  return next ? selectFrom(state, next) : step(state, refuse('annotate.no-clause'));
}
