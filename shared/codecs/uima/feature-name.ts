/** Features of a Mark that are not attributes; a Schema's attribute of such a name is written under another. */
export const markFeatures = ['sofa', 'begin', 'end', 'id', 'label', 'part', 'entity', 'note', 'flagged', 'origin'] as const;

/** Names that no program in Python can give to a field: cassis, which makes one of each feature, does not load a type with them. */
const pythonWords = [
  'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except',
  'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while',
  'with', 'yield', 'self', 'type', 'xmiID',
];
const reserved: ReadonlySet<string> = new Set([...markFeatures, ...pythonWords]);

const prefix = 'x_';

/**
 * The feature that holds an attribute. UIMA allows letters, digits and `_` only; an attribute that is named otherwise, as one of our own features or
 * as a word of Python is written with `x_` before it, `_h` for each hyphen and `__` for each `_`.
 */
export const featureOfAttribute = (attribute: string): string =>
  /^[A-Za-z]\w*$/.test(attribute) && !reserved.has(attribute) && !attribute.startsWith(prefix)
    ? attribute
    : `${prefix}${attribute.replace(/[_-]/g, (sign) => (sign === '_' ? '__' : '_h'))}`;

/** The attribute that a feature holds. */
export const attributeOfFeature = (feature: string): string =>
  feature.startsWith(prefix) ? feature.slice(prefix.length).replace(/_([_h])/g, (_, sign: string) => (sign === 'h' ? '-' : '_')) : feature;
