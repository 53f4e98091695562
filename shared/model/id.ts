declare const brand: unique symbol;
/** An identifier of one kind of record; two kinds never mix. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type ProjectId = Id<'project'>;
export type DeviceId = Id<'device'>;
export type ArticleId = Id<'article'>;
export type AnnotatorId = Id<'annotator'>;
export type EntityId = Id<'entity'>;
export type SetId = Id<'set'>;
export type AnnotationId = Id<'annotation'>;
export type RelationId = Id<'relation'>;
export type EventId = Id<'event'>;
/** Names inside a Schema: upper case by custom, ASCII, stable across versions. */
export type LabelId = Id<'label'>;
export type RelationType = Id<'relation-type'>;

const prefixes = {
  project: 'prj',
  device: 'dev',
  article: 'art',
  annotator: 'per',
  entity: 'ent',
  set: 'set',
  annotation: 'ann',
  relation: 'rel',
  event: 'evt',
} as const;
export type IdKind = keyof typeof prefixes;

/** Ids made here are `<prefix>-<token>`; ids that came with a file keep their own form. */
export const makeId = <Kind extends IdKind>(kind: Kind, token: string): Id<Kind> => `${prefixes[kind]}-${token}` as Id<Kind>;

/** A project's id names a folder, hence it is narrower than others: nothing in it can lead out of its place, on any system. */
export const isProjectId = (value: unknown): value is ProjectId => typeof value === 'string' && /^prj-[a-z0-9-]{1,64}$/.test(value);

/** Printable, no white space, at most 128 code units: what every format Naql writes can carry in some form. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[^\s\p{C}]{1,128}$/u.test(value);
