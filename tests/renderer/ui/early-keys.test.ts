// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepKeys, pressKept } from '../../../renderer/ui/early-keys.ts';
import { keyMap } from '../../../renderer/ui/keyboard.ts';
import { dispatchMenuCommand, useMenuCommand } from '../../../renderer/ui/menu-commands.ts';
import { useKeys } from '../../../renderer/ui/use-keys.ts';

const keys = keyMap([{ chord: 'KeyJ', command: 'next', message: 'keys.label' }]);

const press = (code: string, target: EventTarget = document.body, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
};

describe('a key that comes with the screen', () => {
  it('is heard: whatever listens does so when the screen is in the page, not some time later', () => {
    const heard: string[] = [];
    renderHook(() => {
      useKeys(keys, { next: () => (heard.push('key'), true) });
      useMenuCommand('open-files', () => void heard.push('command'));
      useLayoutEffect(() => {
        press('KeyJ');
        dispatchMenuCommand('open-files');
      }, []);
    });
    expect(heard).toEqual(['key', 'command']);
  });
});

describe('keys that come before the screen', () => {
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => void heard.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.code}`);
  let end: () => void = () => undefined;
  beforeEach(() => {
    heard.length = 0;
    end = keepKeys();
  });
  afterEach(() => {
    end();
    window.removeEventListener('keydown', hear, { capture: true });
  });

  it('are pressed again in order once it listens, and only once', async () => {
    expect(press('KeyQ').defaultPrevented).toBe(true);
    press('Digit1');
    press('Enter', document.body, { ctrlKey: true });
    window.addEventListener('keydown', hear, { capture: true });
    end();
    pressKept();
    pressKept();
    await Promise.resolve();
    expect(heard).toEqual(['KeyQ', 'Digit1', 'Ctrl+Enter']);
  });

  it.each<[why: string, () => void]>([
    ['a key that somebody has answered', () => {
      const answer = (event: Event) => event.preventDefault();
      document.body.addEventListener('keydown', answer, { once: true });
      press('KeyQ');
    }],
    ['letters written in a field', () => press('KeyQ', document.body.appendChild(document.createElement('input')))],
    ['a modifier alone', () => press('ShiftLeft')],
  ])('are not: %s', async (_, act) => {
    act();
    window.addEventListener('keydown', hear, { capture: true });
    end();
    pressKept();
    await Promise.resolve();
    expect(heard).toEqual([]);
  });

  it('are forgotten where no screen asks for them', async () => {
    press('KeyQ');
    end();
    await new Promise((resolve) => setTimeout(resolve, 1));
    window.addEventListener('keydown', hear, { capture: true });
    pressKept();
    await Promise.resolve();
    expect(heard).toEqual([]);
  });
});
