import { IntlMessageFormat } from 'intl-messageformat';
import { problems as messages } from '../../shared/messages/problems.ts';
import { type Problem } from '../../shared/result.ts';

/** `file:line: record: reason`, the form that editors and other programs jump to; a warning says so before its reason. */
export function problemText(problem: Problem): string {
  const { file, line, record } = problem.place;
  const position = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
  const weight = problem.severity === 'warning' ? ['warning'] : [];
  return [...position, ...(record === undefined ? [] : [record]), ...weight, reasonOf(problem)].join(': ');
}

/** The message of the Problem's code, in English. */
export function reasonOf({ code, values }: Pick<Problem, 'code' | 'values'>): string {
  const message = Object.hasOwn(messages, code) ? messages[code as keyof typeof messages] : undefined;
  if (!message) throw new Error(`no message for the problem "${code}"`);
  return String(new IntlMessageFormat(message.en, 'en', undefined, { ignoreTag: true }).format(values));
}
