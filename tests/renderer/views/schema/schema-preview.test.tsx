// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { type ArticleEditorProps } from '../../../../renderer/editor/editor-contract.ts';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { SchemaPreview } from '../../../../renderer/views/schema/SchemaPreview.tsx';
import { labelId, schema } from '../annotate/sample-scene.ts';

const shown = vi.hoisted(() => vi.fn());
vi.mock('../../../../renderer/editor/ArticleEditor.tsx', () => ({
  ArticleEditor: (props: ArticleEditorProps) => {
    shown(props);
    return null;
  },
}));

it('the sentence of the preview looks as an article does now: letters, font and height of lines, the open label raised', () => {
  const look = { readingSize: 21, readingFont: 'noto-naskh', lineHeight: 2.8 } as const;
  render(<MessagesProvider language="fa"><SchemaPreview schema={schema} selection={{ kind: 'label', label: labelId('QUOTE') }} look={look} /></MessagesProvider>);
  const props = shown.mock.lastCall?.[0] as ArticleEditorProps;
  expect(props).toMatchObject(look);
  expect(props.annotations.find(({ id }) => id === props.focused)?.label).toBe('QUOTE');
  expect(new Set(props.annotations.map(({ label }) => label))).toEqual(new Set(schema.labels.map(({ id }) => id)));
});
