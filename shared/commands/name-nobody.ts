import { type AnnotationId, type RelationType } from '../model/id.ts';
import { type Command, type SetContext } from './command.ts';
import { inTurn, type Step } from './in-turn.ts';
import { setAttribute } from './set-attribute.ts';
import { unrelate } from './unrelate.ts';

export interface NameNobodyInput {
  readonly annotation: AnnotationId;
  /** Its links of this type go: nobody is named any more. */
  readonly relation: RelationType;
  readonly attribute: string;
  /** Which of the attribute's values says so. */
  readonly value: string;
}

/** Says that nobody is named, and cuts the links to whoever was, as one step. Problems: those of `setAttribute`. */
export const nameNobody: Command<SetContext, NameNobodyInput> = (context, { annotation, relation, attribute, value }) => {
  const links = context.set.relations.filter(({ type, from }) => type === relation && from === annotation);
  const cuts = links.map(({ id }): Step => (here) => unrelate(here, { relation: id }));
  return inTurn(context, [...cuts, (here) => setAttribute(here, { annotation, attribute, value })]);
};
