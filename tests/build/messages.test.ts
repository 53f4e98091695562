import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/messages/catalogue.ts';
import { problems } from '../../shared/messages/problems.ts';
import { sourceFiles, textOf } from './project-files.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the values that a message asks for, those inside its plurals and selections included. */
function argumentsOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    const own = 'value' in element && element.type !== 0 ? [element.value] : [];
    const options = 'options' in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    return [...own, ...options, ...('children' in element ? argumentsOf(element.children) : [])];
  });
}

const argumentsIn = (message: string, language: string): readonly string[] =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, language).getAst()))].toSorted();

/** Where a Problem is made: by `problem('code'`, or as a record that begins with its code. */
const problemCode = /\bproblem\(\s*'([^']+)'|\{ code: '([a-z]+(?:-[a-z]+)+)', severity/g;
/** What the file door may answer: said to people like any other Problem. */
const fileFailures = /type FileFailure = ([^;]+);/;

describe('message catalogue', () => {
  const messages = Object.entries<{ fa: string; en: string }>(catalogue);

  test('no message is empty', () => {
    expect(messages.filter(([, { fa, en }]) => fa.trim() === '' || en.trim() === '')).toEqual([]);
  });

  test('every message is well-formed and asks for the same values in both languages', () => {
    expect(messages.filter(([, { fa, en }]) => argumentsIn(fa, 'fa').join() !== argumentsIn(en, 'en').join())).toEqual([]);
  });

  test('Persian is written with Persian letters: no Arabic yeh or kaf', () => {
    expect(messages.filter(([, { fa }]) => /[\u0643\u064A]/.test(fa))).toEqual([]);
  });

  test('every Problem in the source has a message', () => {
    const made = sourceFiles().flatMap((file) => [...textOf(file).matchAll(problemCode)].map(([, code, other]) => code ?? other ?? ''));
    const answered = [...(fileFailures.exec(textOf('shared/bridge.ts'))?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, code]) => code ?? '');
    expect(made.length).toBeGreaterThan(10);
    expect(answered.length).toBeGreaterThan(3);
    expect([...made, ...answered].filter((code) => !(code in problems))).toEqual([]);
  });
});
