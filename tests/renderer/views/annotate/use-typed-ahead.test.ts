// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pressKept } from '../../../../renderer/ui/early-keys.ts';
import { useKeys } from '../../../../renderer/ui/use-keys.ts';
import { type AnnotateCommand } from '../../../../renderer/views/annotate/keys.ts';
import { useTypedAhead } from '../../../../renderer/views/annotate/use-typed-ahead.ts';

/** A view whose desk leads to a field until `arrive` is called; what is heard as a key of the view, and what stands in the field. */
function view(leads: AnnotateCommand | null = 'entity', leadsAway = false) {
  let field: AnnotateCommand | null = leads;
  let isLeaving = leadsAway;
  const input = document.createElement('input');
  document.body.append(input);
  const heard: string[] = [];
  const { unmount } = renderHook(() => useTypedAhead({ leadsToField: () => field, leadsAway: () => isLeaving }));
  let leading = '';
  const hear = (event: KeyboardEvent): void => {
    if (event.target !== input) {
      heard.push(event.key);
      if (event.key === leading) field = 'entity';
    } else if (event.key === 'Enter') input.blur();
  };
  window.addEventListener('keydown', hear);
  document.execCommand = (command: string, _?: boolean, text = '') => {
    const active = document.activeElement as HTMLInputElement;
    active.value = command === 'delete' ? active.value.slice(0, -1) : active.value + text;
    return true;
  };
  return {
    input,
    heard,
    /** As a hand does it: what nobody answers is a letter of the field. */
    press: (key: string, more: KeyboardEventInit = {}) => {
      const active = document.activeElement ?? document.body;
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      if (active.dispatchEvent(event) && active === input && [...key].length === 1) input.value += key;
    },
    /** From now on this key of the view leads to the field again. */
    leadAgain: (key: string) => void (leading = key),
    arrive: (isThere: boolean) => {
      field = null;
      if (isThere) input.focus();
    },
    stay: () => void (isLeaving = false),
    end: () => {
      unmount();
      window.removeEventListener('keydown', hear);
      input.remove();
    },
  };
}

it('is heard by no pane that listens as well and was in the page before: N is a letter of the name there, and no comment', async () => {
  vi.useFakeTimers();
  const comments: string[] = [];
  const pane = renderHook(() => useKeys([{ chord: 'KeyN', command: 'comment', message: 'menu.comment' }], { comment: () => comments.push('n') > 0 }));
  const { input, press, arrive, end } = view();
  press('n', { code: 'KeyN' });
  arrive(true);
  await vi.advanceTimersByTimeAsync(200);
  expect([comments, input.value]).toEqual([[], 'n']);
  end();
  pane.unmount();
  vi.useRealTimers();
});

describe('what is typed before its field is there', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is typed there, and what follows Enter is a key of the view again', async () => {
    const { input, heard, press, arrive, end } = view();
    for (const key of ['ع', 'ل', 'ی', 'x', 'Backspace', 'Enter', 'j']) press(key);
    await vi.advanceTimersByTimeAsync(200);
    expect([heard, input.value]).toEqual([[], '']);
    arrive(true);
    await vi.advanceTimersByTimeAsync(200);
    expect([heard, input.value]).toEqual([['j'], 'علی']);
    press('k');
    expect(heard).toEqual(['j', 'k']);
    end();
  });

  it('comes before what is typed in the moment in which the field has opened and nothing was pressed again yet', async () => {
    const { input, press, arrive, end } = view();
    press('n');
    press('a');
    arrive(true);
    press('z');
    await vi.advanceTimersByTimeAsync(200);
    expect(input.value).toBe('naz');
    end();
  });

  it('waits where what is pressed again leads to a field in its turn', async () => {
    const { input, heard, press, arrive, leadAgain, end } = view();
    for (const key of ['ن', 'Enter', 'p', 'x']) press(key);
    leadAgain('p');
    arrive(true);
    await vi.advanceTimersByTimeAsync(400);
    expect([heard, input.value]).toEqual([['p'], 'ن']);
    arrive(true);
    await vi.advanceTimersByTimeAsync(200);
    expect([heard, input.value]).toEqual([['p'], 'نx']);
    end();
  });

  it('is pressed for the view after all where no field comes, in order, with what came meanwhile', async () => {
    const { input, heard, press, arrive, end } = view();
    press('j');
    arrive(false);
    press('f');
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect([heard, input.value]).toEqual([['j', 'f'], '']);
    end();
  });

  it.each<[reason: string, leads: AnnotateCommand | null, key: string, more: KeyboardEventInit]>([
    ['nothing leads to a field', null, 'j', {}],
    ['a digit answers whose name it is', 'entity', '۱', { code: 'Digit1' }],
    ['a chord is no letter', 'note', 'z', { ctrlKey: true }],
    ['an arrow is no letter', 'note', 'ArrowLeft', {}],
  ])('is left alone where %s', (_, leads, key, more) => {
    const { heard, press, end } = view(leads);
    press(key, more);
    expect(heard).toEqual([key]);
    end();
  });
});

describe('what is pressed before the attributes have the focus', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is pressed there: arrows do not move the caret in the text, and Space sets what they lead to', async () => {
    const { heard, press, arrive, end } = view('attributes');
    const chip = document.body.appendChild(document.createElement('button'));
    const there: string[] = [];
    chip.addEventListener('keydown', (event) => {
      there.push(event.key);
      event.stopPropagation();
    });
    chip.addEventListener('click', () => there.push('click'));
    for (const key of ['ArrowLeft', ' ', 'Escape', 'j']) press(key);
    await vi.advanceTimersByTimeAsync(40);
    expect([heard, there]).toEqual([[], []]);
    chip.focus();
    arrive(false);
    await vi.advanceTimersByTimeAsync(200);
    expect([heard, there]).toEqual([[], ['ArrowLeft', ' ', 'click', 'Escape', 'j']]);
    chip.remove();
    end();
  });

  it('is a key of the view where it is none of theirs', () => {
    const { heard, press, end } = view('attributes');
    press('j');
    expect(heard).toEqual(['j']);
    end();
  });
});

describe('what is typed while the article is being finished', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const finish = ['Enter', { code: 'Enter', ctrlKey: true }] as const;

  it('is pressed on the next article, in order, and nothing of it here', async () => {
    const { heard, press, end } = view(null, true);
    press('w', { code: 'KeyW' });
    press('۸', { code: 'Digit8' });
    await vi.advanceTimersByTimeAsync(200);
    expect(heard).toEqual([]);
    end();
    const next = vi.fn<(event: KeyboardEvent) => void>();
    window.addEventListener('keydown', next);
    pressKept();
    await vi.advanceTimersByTimeAsync(1);
    window.removeEventListener('keydown', next);
    expect(next.mock.calls.map(([{ code }]) => code)).toEqual(['KeyW', 'Digit8']);
  });

  it('is pressed here after all where no other article is left', async () => {
    const { heard, press, stay, end } = view(null, true);
    press('w', { code: 'KeyW' });
    stay();
    await vi.advanceTimersByTimeAsync(200);
    expect(heard).toEqual(['w']);
    end();
  });

  it('finishes nothing once more, nor does a key that is held', async () => {
    const { heard, press, stay, end } = view(null, true);
    press(...finish);
    stay();
    press(finish[0], { ...finish[1], repeat: true });
    await vi.advanceTimersByTimeAsync(200);
    expect(heard).toEqual([]);
    press(...finish);
    expect(heard).toEqual(['Enter']);
    end();
  });
});
