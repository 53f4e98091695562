import { type Command, type SetContext } from './command.ts';
import { inTurn, type Step } from './in-turn.ts';
import { reflectLink } from './reflect-link.ts';
import { relate, type RelateInput } from './relate.ts';

/** The steps that link, and say in the source's attributes what the link tells. */
export const linkSteps = (input: RelateInput): readonly Step[] => [(context) => relate(context, input), (context) => reflectLink(context, input)];

/** Links, and lets the source's attributes say so, as one step. Problems: those of `relate`. */
export const link: Command<SetContext, RelateInput> = (context, input) => inTurn(context, linkSteps(input));
