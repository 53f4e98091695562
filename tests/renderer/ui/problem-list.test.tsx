// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessagesProvider } from '../../../renderer/messages/MessagesProvider.tsx';
import { ProblemList } from '../../../renderer/ui/ProblemList.tsx';
import { problem } from '../../../shared/result.ts';

afterEach(cleanup);

test.each([
  ['fa', '۲۵۰ مورد دیگر هم از این گونه بود:', '۱ پایان سطر از گونهٔ CRLF به LF تبدیل شد.'],
  ['en', '250 more were of this kind:', 'One line end of kind CRLF became LF.'],
] as const)('of many alike it is said in words which they are, not by their code (%s)', (language, more, like) => {
  render(
    <MessagesProvider language={language}>
      <ProblemList problems={[problem('further-like', {}, { count: 1, kind: 'CRLF', more: 250, code: 'line-ends-unified' }, 'warning')]} />
    </MessagesProvider>,
  );
  const words = screen.getByRole('listitem').textContent.replaceAll(/[\u2066-\u2069]/g, '');
  expect(words).toBe(`${more}${like}`);
});
