import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type History, isReturnable, noHistory } from '../../../shared/exchange/history.ts';
import { fold } from '../../../shared/exchange/log.ts';
import { reverse } from '../../../shared/model/change.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { log } from '../../arbitraries/log.ts';

type Step = 'do' | 'undo' | 'redo';

/** What undo and redo are on paper: two piles. */
interface Piles {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

function walk(steps: readonly Step[]): { readonly history: History; readonly piles: Piles } {
  let history = noHistory;
  let piles: Piles = { done: [], undone: [] };
  for (const [index, step] of steps.entries()) {
    const sequence = index + 1;
    const top = step === 'undo' ? piles.done.at(-1) : piles.undone.at(-1);
    if (step === 'do') {
      piles = { done: [...piles.done, sequence], undone: [] };
      history = advance(history, { sequence, action: { kind: 'do', command: 'edit' } });
    } else if (top !== undefined) {
      const without = (pile: readonly number[]): readonly number[] => pile.slice(0, -1);
      piles =
        step === 'undo'
          ? { done: without(piles.done), undone: [...piles.undone, top] }
          : { done: [...piles.done, top], undone: without(piles.undone) };
      history = advance(history, { sequence, action: { kind: step, of: top } });
    }
  }
  return { history, piles };
}

describe('History', () => {
  test('is two piles, whatever is done, undone and done again', () => {
    forAll(fc.array(fc.constantFrom<Step>('do', 'do', 'undo', 'undo', 'redo'), { maxLength: 40 }), (steps) => {
      const { history, piles } = walk(steps);
      expect(history).toEqual({ undo: piles.done, redo: piles.undone });
    });
  });

  test('undoing everything that a Log did after its first Entry leads back to it', () => {
    forAll(log, ({ entries }) => {
      const history = entries.slice(1).reduce(advance, noHistory);
      const undone = history.undo.toReversed().reduce((done, of) => {
        const [last, target] = [done.at(-1), entries[of - 1]];
        if (!last || !target) throw new Error(`no entry ${of}`);
        const [sequence, lamport] = [last.sequence + 1, last.lamport + 1];
        return [...done, { ...last, sequence, lamport, action: { kind: 'undo' as const, of }, change: reverse(target.change) }];
      }, entries);
      expect(fold(undone)).toEqual(fold(entries.slice(0, 1)));
    });
  });

  test.each([
    ['begin-project', 'the program gave it'],
    ['introduce-annotator', 'the program gave it'],
    ['salvage', 'the program gave it'],
    ['take-in', 'others’ work rests on what it brought'],
    ['hand-over', 'it is with others already'],
    ['roster', 'what was signed is with others already'],
  ])('on the project, nobody takes back %s: %s', (command) => {
    expect(isReturnable({ scope: null, action: { kind: 'do', command } })).toBe(false);
    expect(isReturnable({ scope: null, action: { kind: 'do', command: 'add-articles' } })).toBe(true);
  });

  test('a new step closes the way to what was undone', () => {
    const { history } = walk(['do', 'undo', 'do']);
    expect(history).toEqual({ undo: [3], redo: [] });
  });
});
