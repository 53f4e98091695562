// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { dispatchMenuCommand, enabledMenuCommands, holdMenuCommands, registerMenuCommand } from '../../../renderer/ui/menu-commands.ts';
import { type MenuCommand } from '../../../shared/bridge.ts';

const ends: (() => void)[] = [];
const register = (command: MenuCommand, run: () => void) => ends.push(registerMenuCommand(command, run));
afterEach(() => ends.splice(0).forEach((end) => end()));

test('a command that nothing answers is not enabled, and says so', () => {
  expect(enabledMenuCommands().has('undo')).toBe(false);
  expect(dispatchMenuCommand('undo')).toBe(false);
});

test('the one that registered last answers', () => {
  const calls: string[] = [];
  register('undo', () => calls.push('frame'));
  register('undo', () => calls.push('view'));
  expect(dispatchMenuCommand('undo')).toBe(true);
  expect(calls).toEqual(['view']);
});

test('when it leaves, the one before it answers again', () => {
  const calls: string[] = [];
  register('export', () => calls.push('frame'));
  register('export', () => calls.push('view'));
  ends.pop()?.();
  dispatchMenuCommand('export');
  expect(calls).toEqual(['frame']);
  expect(enabledMenuCommands()).toEqual(new Set(['export']));
});

test('nothing answers behind a dialog', () => {
  const calls: string[] = [];
  register('export', () => calls.push('view'));
  const release = holdMenuCommands();
  expect(dispatchMenuCommand('export')).toBe(false);
  expect(enabledMenuCommands()).toEqual(new Set());
  release();
  expect(dispatchMenuCommand('export')).toBe(true);
  expect(calls).toEqual(['view']);
});

test('what is being written is kept before a command may lead to another screen, and the focus stays; a step back means another step', () => {
  const kept: string[] = [];
  const field = document.createElement('input');
  document.body.append(field);
  field.addEventListener('blur', () => kept.push(field.value));
  field.value = 'مستقل';
  field.focus();
  register('library', () => kept.push('library'));
  register('undo', () => kept.push('undo'));
  dispatchMenuCommand('library');
  expect(kept).toEqual(['مستقل', 'library']);
  expect(document.activeElement).toBe(field);
  dispatchMenuCommand('undo');
  expect(kept).toEqual(['مستقل', 'library', 'undo']);
  field.remove();
});
