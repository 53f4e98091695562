// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { CommitField } from '../../../../renderer/views/schema/CommitField.tsx';

afterEach(cleanup);

/** A field that says QUOTE, and everything that it hands in. */
function shown() {
  const handedIn: string[] = [];
  const onCommit = async (value: string) => {
    handedIn.push(value);
    return [];
  };
  render(<MessagesProvider language="fa"><CommitField label="شناسه" value="QUOTE" onCommit={onCommit} /></MessagesProvider>);
  return { field: screen.getByRole('textbox', { name: 'شناسه' }), handedIn };
}

describe('a field that is saved by Enter or by leaving it', () => {
  it('hands in once what is left after Enter: a question that takes the focus away must not be asked twice', () => {
    const { field, handedIn } = shown();
    fireEvent.change(field, { target: { value: 'SAID' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.blur(field);
    expect(handedIn).toEqual(['SAID']);
  });

  it.each([
    ['Enter again asks again: what stood in the way may be gone', 'SAID', 'Enter'],
    ['something else is handed in on leaving', 'TOLD', 'blur'],
  ] as const)('%s', (_, next, by) => {
    const { field, handedIn } = shown();
    fireEvent.change(field, { target: { value: 'SAID' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.change(field, { target: { value: next } });
    if (by === 'Enter') fireEvent.keyDown(field, { key: 'Enter' });
    else fireEvent.blur(field);
    expect(handedIn).toEqual(['SAID', next]);
  });

  it('hands in the same again on leaving where it was written anew, as after it was taken back', () => {
    const { field, handedIn } = shown();
    fireEvent.change(field, { target: { value: 'SAID' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(field, { key: 'Escape' });
    fireEvent.change(field, { target: { value: 'SAID' } });
    fireEvent.blur(field);
    expect(handedIn).toEqual(['SAID', 'SAID']);
  });

  it('hands in nothing where nothing was written', () => {
    const { field, handedIn } = shown();
    fireEvent.blur(field);
    fireEvent.change(field, { target: { value: 'SAID' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    fireEvent.blur(field);
    expect(handedIn).toEqual([]);
  });
});
