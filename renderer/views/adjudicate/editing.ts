import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { firstAttributes } from '../../../shared/commands/first-attributes.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef, type LabelDef, type Schema } from '../../../shared/model/schema.ts';
import { checkAttribute } from '../../../shared/model/check-annotation.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type BorderUnit, movedOffset, type Side } from '../../../shared/text/move-border.ts';
import { type Content } from '../../../shared/review/settle.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { goldAnnotation, type ReviewScene } from './scene.ts';

/** A form that is being made of a case; what a key does to it. */
export interface Draft extends Content {
  readonly key: string;
}

/** The key of what nobody had marked. */
export const newKey = 'new';

/** What everybody missed: its words under a Label, its attributes as those of a new label begin. */
export const draftOfMissed = (def: LabelDef, span: Span, text: string): Draft => ({
  key: newKey, label: def.id, spans: [span], attributes: firstAttributes(def, text, span), entity: null,
});

/** It begins with what stands in the gold set, or with the first reading. */
export function draftOf(scene: ReviewScene, about: Case): Draft | null {
  const from: Pick<Annotation, 'label' | 'spans' | 'attributes' | 'entity'> | undefined = goldAnnotation(scene, about) ?? about.members[0]?.annotation;
  return from ? { key: about.key, label: from.label, spans: from.spans, attributes: from.attributes, entity: from.entity } : null;
}

/** One outer border a word or a letter further, as seen; where it would meet the other it stays. */
export function withMovedBorder(draft: Draft, text: string, edge: 'start' | 'end', unit: BorderUnit, side: Side, turned?: ParagraphDirections): Draft {
  const place = edge === 'start' ? 0 : draft.spans.length - 1;
  const old = draft.spans[place];
  if (!old) return draft;
  const moved = { ...old, [edge]: movedOffset(text, old[edge], edge, unit, side, turned) };
  const [before, after] = [draft.spans[place - 1], draft.spans[place + 1]];
  if (moved.start >= moved.end || (before && moved.start <= before.end) || (after && moved.end >= after.start)) return draft;
  return { ...draft, spans: draft.spans.with(place, moved) };
}

/** Another Label, with those attributes that it has too. */
export function withLabel(draft: Draft, schema: Schema, label: LabelId): Draft {
  const def = labelDef(schema, label);
  if (!def) return draft;
  const [first, last] = [draft.spans[0], draft.spans.at(-1)];
  const spans = def.discontinuous || !first || !last ? draft.spans : [{ start: first.start, end: last.end }];
  const kept = Object.entries(draft.attributes).filter(([attribute, value]) => checkAttribute(def, attribute, value).length === 0);
  return { ...draft, label, spans, attributes: Object.fromEntries(kept), entity: def.entity ? draft.entity : null };
}

/** `null` takes the value away. */
export function withAttribute(draft: Draft, attribute: string, value: string | null): Draft {
  const { [attribute]: _, ...others } = draft.attributes;
  return { ...draft, attributes: value === null ? others : { ...others, [attribute]: value } };
}

/** The Label of a digit's key in the Schema. */
export const labelOfKey = ({ labels }: Schema, digit: number): LabelId | null => labels.find(({ key }) => key === digit)?.id ?? null;
