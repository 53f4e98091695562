import { hasChoices } from '../../model/attribute-kinds.ts';
import { type LabelId } from '../../model/id.ts';
import { type AttributeDef, type Schema } from '../../model/schema.ts';

/** The control tags of a labelling config that are always there, and what they hold. */
export const controlNames = { label: 'label', entity: 'entity', links: 'links', text: 'text' } as const;

/** A control tag for one attribute of one Label: editors drop what a control of several Labels holds. */
export interface Control {
  readonly name: string;
  readonly attribute: AttributeDef;
  readonly label: LabelId;
}

/**
 * One control for each attribute of each Label, under the attribute's id; where several Labels have one of that id, or it is the name of
 * another tag, each is named `LABEL.attribute`: no id has a dot.
 */
export function controls({ labels }: Schema): readonly Control[] {
  const uses = new Map<string, Control[]>();
  for (const { id, attributes } of labels)
    for (const attribute of attributes)
      uses.set(attribute.id, [...(uses.get(attribute.id) ?? []), { name: attribute.id, attribute, label: id }]);
  return [...uses].flatMap(([id, all]) => (all.length === 1 && !reserved.includes(id) ? all : all.map(ownControl)));
}

const reserved: readonly string[] = Object.values(controlNames);
const ownControl = (control: Control): Control => ({ ...control, name: `${control.label}.${control.attribute.id}` });

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
  const names = new Map(all.map(({ name, attribute, label }) => [`${label} ${attribute.id}`, name] as const));
  return {
    nameOf(label, attribute) {
      const name = names.get(`${label} ${attribute}`);
      if (name === undefined) throw new Error(`the label ${label} has no attribute ${attribute}`);
      return name;
    },
    attributeOf: (name) => byName.get(name)?.attribute.id ?? name,
    isChoice: (name) => hasChoices(byName.get(name)?.attribute.kind ?? 'text'),
  };
}
