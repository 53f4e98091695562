import { describe, expect, it } from 'vitest';
import { nativeMessage } from '../../electron/native-message.ts';
import { native } from '../../shared/messages/native.ts';

describe('messages of the main process', () => {
  it('carry their values, with digits of the language', () => {
    expect(nativeMessage('fa', 'native.engine-older', { seen: 45, running: 25 })).toContain('موتور ۴۵؛ موتور این نسخه ۲۵');
    expect(nativeMessage('en', 'native.replace', { name: 'a.jsonl' })).toBe('“\u2068a.jsonl\u2069” is already there. Replace it?');
  });

  it('need all their values', () => expect(() => nativeMessage('fa', 'native.replace')).toThrow('native.replace needs a value for name'));

  it.each(Object.entries(native))('name the same values in both languages: %s', (_code, { fa, en }) => {
    const names = (text: string) => new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name));
    expect(names(fa)).toEqual(names(en));
  });
});
