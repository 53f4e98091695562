import { type Problem } from '../../../shared/result.ts';
import { type Messages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';

/** What is wrong, in words; `undefined` when nothing is. */
export const problemWords = ({ t }: Pick<Messages, 't'>, problems: readonly Problem[]): string | undefined =>
  problems.length === 0 ? undefined : problems.map(({ code, values }) => t(problemMessage(code), values)).join(' ');
