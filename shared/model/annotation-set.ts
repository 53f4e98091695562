import { type Annotation, compareAnnotations } from './annotation.ts';
import { type AnnotatorId, type ArticleId, type SetId } from './id.ts';
import { compareRelations, type Relation } from './relation.ts';

export const setRoles = ['work', 'suggestion', 'adjudicated'] as const;
export type SetRole = (typeof setRoles)[number];
export const setStatuses = ['todo', 'in-progress', 'needs-review', 'done'] as const;
export type SetStatus = (typeof setStatuses)[number];

/** Why a set counts as done although it breaks rules of the task. */
export interface Override {
  /** In the annotator's own words; never blank. */
  readonly reason: string;
  /** What was found at that time: codes of Findings, each once, sorted. */
  readonly codes: readonly string[];
}

/** A set without its contents: what a Change records when a set is made or its status moves. */
export interface SetHead {
  readonly id: SetId;
  readonly article: ArticleId;
  readonly annotator: AnnotatorId;
  readonly role: SetRole;
  readonly status: SetStatus;
  /** Absent unless the set was called done against the checks. */
  readonly override?: Override;
}

/** All Annotations and Relations of one Annotator on one Article. It has exactly one writer. */
export interface AnnotationSet extends SetHead {
  /** In reading order (`compareAnnotations`); ids are unique within the set. */
  readonly annotations: readonly Annotation[];
  /** By id; ids are unique within the set. */
  readonly relations: readonly Relation[];
}

export const headOf = ({ id, article, annotator, role, status, override }: SetHead): SetHead => ({
  id, article, annotator, role, status, ...(override && { override }),
});

/** The set with its contents in the one order that equality, files and lists rely on. */
export const ordered = (set: AnnotationSet): AnnotationSet => ({
  ...set,
  annotations: [...set.annotations].sort(compareAnnotations),
  relations: [...set.relations].sort(compareRelations),
});
