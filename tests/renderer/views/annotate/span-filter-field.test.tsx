// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { filterName, type SpanFilter } from '../../../../renderer/views/annotate/span-filter.ts';
import { SpanFilterField } from '../../../../renderer/views/annotate/SpanFilterField.tsx';
import { dams, labelId, minister, schema } from './sample-scene.ts';

const quotes: SpanFilter = { kind: 'label', label: labelId('QUOTE') };

it('says what is filtered by, though the last label of that kind has gone: «all» would stand over an empty list', () => {
  const field = (annotations: readonly (typeof dams)[]) => (
    <MessagesProvider language="fa"><SpanFilterField schema={schema} annotations={annotations} filter={quotes} onFilter={() => undefined} /></MessagesProvider>
  );
  const { rerender } = render(field([minister, dams]));
  const chosen = () => screen.getByRole<HTMLSelectElement>('combobox').value;
  expect(chosen()).toBe(filterName(quotes));
  rerender(field([minister]));
  expect(chosen()).toBe(filterName(quotes));
});
