import { type LabelId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';

/**
 * Labels that compete for the same tokens: tags of one layer cannot overlap, and annotators who differ inside one are held to differ
 * about one thing.
 */
export interface Layer {
  /** Column of its tags. */
  readonly column: string;
  readonly labels: readonly LabelId[];
  /** `O`, then `B-` and `I-` of each Label. */
  readonly tags: readonly string[];
}

const layer = (column: string, labels: readonly LabelId[]): Layer => ({
  column,
  labels,
  tags: ['O', ...labels.flatMap((label) => [`B-${label}`, `I-${label}`])],
});

/**
 * Labels from which Relations start (quote, commitment) are long and hold others: each has a layer of its own, `ner_tags_<LABEL>`. What
 * they are made of (speaker, cue, deadline …) shares one, `ner_tags`.
 */
export function layersOf({ labels, relations }: Schema): readonly Layer[] {
  const heads = new Set(relations.flatMap(({ from }) => from));
  const parts = labels.filter(({ id }) => !heads.has(id)).map(({ id }) => id);
  return [
    ...(parts.length > 0 ? [layer('ner_tags', parts)] : []),
    ...labels.filter(({ id }) => heads.has(id)).map(({ id }) => layer(`ner_tags_${id}`, [id])),
  ];
}
