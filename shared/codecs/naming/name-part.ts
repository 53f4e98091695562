/** A name that stands in a file: of a label, a relation, or an attribute that something with that label has. */
export type NamePart =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'relation'; readonly name: string }
  | { readonly kind: 'attribute'; readonly label: string; readonly name: string };

/** The same for equal parts. */
export const partKey = (part: NamePart): string => JSON.stringify([part.kind, part.kind === 'attribute' ? part.label : '', part.name]);

/** What somebody said of a name: the id of a part of the Schema that it stands for, or `null` for what is left out. */
export interface NameChoice {
  readonly part: NamePart;
  readonly to: string | null;
}

export type NameChoices = readonly NameChoice[];

/** So many choices of one format are remembered, and names of so many UTF-16 code units: longer ones are no names. */
export const mostChoices = 1000;
export const longestName = 200;
