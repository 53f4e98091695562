import { type LabelId } from '../../model/id.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { inEachSet, type Reduction } from '../reductions/reduction.ts';
import { overlapped, withoutOverlaps } from '../reductions/drop-overlaps.ts';

/** Labels that stand in one column, where a token has one label or none. */
export interface Layer {
  /** Of its file: the labels in lower case, joined by `+`. Unique, whatever the file system thinks of case. */
  readonly name: string;
  readonly labels: readonly LabelId[];
}

/**
 * One layer for each label, in the Schema's order, because labels may lie in one another. Two labels share a layer only where the
 * Schema's relations say that they are parts of one frame that cannot be the same words: one frame has a relation to the first alone and
 * one to the second alone, there are no other such parts of their sort, exactly one of the two stands for somebody, and no relation
 * starts at either. Of the Schema that ships these are speaker and cue.
 */
export function layersOf(schema: Schema): readonly Layer[] {
  const partnerOf = partners(schema);
  const names = new Set<string>();
  return schema.labels.flatMap(({ id }) => {
    const partner = partnerOf.get(id);
    if (partner !== undefined && place(schema, partner) < place(schema, id)) return [];
    const labels = partner === undefined ? [id] : [id, partner];
    const name = freeName(labels.join('+').toLowerCase(), names);
    names.add(name);
    return [{ name, labels }];
  });
}

const place = (schema: Schema, id: LabelId): number => schema.labels.findIndex((label) => label.id === id);

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}~${count}`;
  return free;
}

function partners(schema: Schema): ReadonlyMap<LabelId, LabelId> {
  const frames = new Set(schema.relations.flatMap(({ from }) => from));
  const found = new Map<LabelId, LabelId>();
  for (const { id } of schema.labels) {
    const parts = new Set(schema.relations.filter(({ from }) => from.includes(id)).flatMap(({ to }) => (to.length === 1 ? to : [])));
    const [somebody, other] = [true, false].map((entity) => [...parts].filter((part) => labelDef(schema, part)?.entity === entity));
    const [one, two] = [somebody?.[0], other?.[0]];
    const isPair = one !== undefined && two !== undefined && somebody?.length === 1 && other?.length === 1;
    if (!isPair || [one, two].some((part) => frames.has(part) || found.has(part))) continue;
    found.set(one, two).set(two, one);
  }
  return found;
}

/** Inside a layer the outermost, longest Annotation stays; of equally long ones the first in reading order. */
export const dropOverlapsInLayers: Reduction = (dataset, ledger) => {
  const layers = layersOf(dataset.schema);
  return inEachSet((set) => {
    const inLayer = ({ labels }: Layer) => set.annotations.filter(({ label }) => labels.includes(label));
    return withoutOverlaps(set, new Set(layers.flatMap((layer) => [...overlapped(inLayer(layer))])), ledger);
  })(dataset, ledger);
};
