// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Markdown } from '../../../../renderer/views/guideline/Markdown.tsx';
import { parseMarkdown } from '../../../../renderer/views/guideline/parse-markdown.ts';

afterEach(cleanup);

it('words between «…» stand apart from the line, each in its own direction', () => {
  const line = 'after «که/اینکه», «به گفتهٔ X،» or «will not be sold», not «';
  const { container } = render(<Markdown blocks={parseMarkdown(line)} anchorOf={(id) => id} current={null} />);
  expect([...container.querySelectorAll('p > bdi')].map((one) => `${one.getAttribute('dir')} ${one.textContent}`)).toEqual([
    'rtl که/اینکه', 'rtl به گفتهٔ X،', 'ltr will not be sold',
  ]);
  expect(container.textContent).toBe(line);
});
