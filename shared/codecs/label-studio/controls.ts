import { type LabelId } from '../../model/id.ts';
import { type AttributeDef, type Schema } from '../../model/schema.ts';

/** The control tags of a labelling config that are always there, and what they hold. */
export const controlNames = { label: 'label', entity: 'entity', links: 'links', text: 'text' } as const;

/** A control tag for one attribute of the Labels named. */
export interface Control {
  readonly name: string;
  readonly attribute: AttributeDef;
  readonly labels: readonly LabelId[];
}

/**
 * One control for each attribute. Labels whose attributes of one id are alike share it, under that id; where they differ, or the id is the
 * name of another tag, each Label has its own, `LABEL.attribute`: no id has a dot.
 */
export function controls({ labels }: Schema): readonly Control[] {
  const uses = new Map<string, Control[]>();
  for (const { id, attributes } of labels)
    for (const attribute of attributes)
      uses.set(attribute.id, [...(uses.get(attribute.id) ?? []), { name: attribute.id, attribute, labels: [id] }]);
  return [...uses.values()].flatMap((all) => (canShare(all) ? [shared(all)] : all.map(ownControl)));
}

const reserved: readonly string[] = Object.values(controlNames);
const meaning = ({ id, kind, choices }: AttributeDef): string => JSON.stringify([id, kind, choices]);

const canShare = (all: readonly Control[]): boolean =>
  all.every(({ name, attribute }) => !reserved.includes(name) && meaning(attribute) === meaning((all[0] as Control).attribute));
const shared = (all: readonly Control[]): Control => ({ ...(all[0] as Control), labels: all.flatMap(({ labels }) => labels) });
const ownControl = (control: Control): Control => ({ ...control, name: `${control.labels.join()}.${control.attribute.id}` });

/** Leads from Label and attribute to the control's name, and back. */
export interface ControlIndex {
  readonly nameOf: (label: LabelId, attribute: string) => string;
  /** The attribute that a control sets; a name that the Schema does not know is taken for an attribute's. */
  readonly attributeOf: (name: string) => string;
  readonly isChoice: (name: string) => boolean;
}

export function controlIndex(schema: Schema): ControlIndex {
  const all = controls(schema);
  const byName = new Map(all.map((one) => [one.name, one]));
  const names = new Map(all.flatMap(({ name, attribute, labels }) => labels.map((label) => [`${label} ${attribute.id}`, name] as const)));
  return {
    nameOf(label, attribute) {
      const name = names.get(`${label} ${attribute}`);
      if (name === undefined) throw new Error(`the label ${label} has no attribute ${attribute}`);
      return name;
    },
    attributeOf: (name) => byName.get(name)?.attribute.id ?? name,
    isChoice: (name) => byName.get(name)?.attribute.kind === 'choice',
  };
}
