import { useCallback, useState } from 'react';
import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Chord } from '../../ui/keyboard.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Content } from '../../../shared/review/settle.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Draft, draftOf, draftOfMissed, labelOfKey, newKey, withLabel, withMovedBorder } from './editing.ts';
import { type ReviewScene } from './scene.ts';

/** A form of one's own that is being made: of a case, or of words that everybody missed, which first get a Label. */
export interface GoldForm {
  readonly draft: Draft | null;
  /** What was missed, while its Label is asked for. */
  readonly adding: Span | null;
  /** What the text shows of it. */
  readonly spans: readonly Span[];
  set(draft: Draft): void;
  edit(about: Case): void;
  begin(missed: Span): void;
  /** Gives it a Label; is there a form? */
  label(label: LabelId | null): boolean;
  /** What a digit does while there is a form, `null` where there is none. */
  digit(digit: number | null): boolean | null;
  /** An arrow moves a border; is there one? */
  move(edge: 'start' | 'end', chord: Chord): boolean;
  /** Gives what was made, and of which case; `null` where nothing was. What was missed is no form any more then. */
  take(): { readonly content: Content; readonly isNew: boolean } | null;
  leave(): void;
}

const nothing: readonly Span[] = [];

export function useGoldForm(scene: ReviewScene, turned?: ParagraphDirections): GoldForm {
  const { schema, article } = scene;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [adding, setAdding] = useState<Span | null>(null);
  const leave = useCallback(() => {
    setDraft(null);
    setAdding(null);
  }, []);
  const label = (id: LabelId | null): boolean => {
    const def = id === null ? undefined : labelDef(schema, id);
    if (!def || (!adding && !draft)) return false;
    if (adding) setDraft(draftOfMissed(def, adding, article.text));
    else if (draft) setDraft(withLabel(draft, schema, def.id));
    setAdding(null);
    return true;
  };
  return {
    draft, adding, leave, label,
    spans: draft?.spans ?? (adding ? [adding] : nothing),
    set: setDraft,
    edit: (about) => setDraft(draftOf(scene, about)),
    begin: setAdding,
    digit: (digit) => (adding || draft ? label(digit === null ? null : labelOfKey(schema, digit)) : null),
    move(edge, chord) {
      if (!draft) return false;
      const [unit, side] = [chord.startsWith('Ctrl+') ? 'grapheme' : 'word', chord.endsWith('ArrowLeft') ? 'left' : 'right'] as const;
      setDraft(withMovedBorder(draft, article.text, edge, unit, side, turned));
      return true;
    },
    take() {
      if (!draft) return null;
      const { key, ...content } = draft;
      if (key === newKey) setDraft(null);
      return { content, isNew: key === newKey };
    },
  };
}
