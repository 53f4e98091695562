import { describe, expect, test } from 'vitest';
import { setStatus } from '../../../shared/commands/set-status.ts';
import { isEmptyChange } from '../../../shared/model/change.ts';
import { after, contextOf, refusal } from './set-context.ts';

const context = contextOf('خبر.');
const override = { reason: 'منبع در متن نیست', codes: ['E3.explicit'] };
const overridden = { ...context, set: after(context, setStatus(context, { status: 'done', override })) };

describe('set-status', () => {
  test('keeps the reason why a set is done against the checks', () => expect(overridden.set).toMatchObject({ status: 'done', override }));

  test('a reason does not outlive the status that it was given for', () => {
    const set = after(overridden, setStatus(overridden, { status: 'in-progress' }));
    expect(set.status).toBe('in-progress');
    expect('override' in set).toBe(false);
  });

  test('the same reason again is no change, another one is', () => {
    const again = setStatus(overridden, { status: 'done', override });
    expect(again.ok && isEmptyChange(again.value)).toBe(true);
    const other = { ...override, reason: 'دلیل دیگر' };
    expect(after(overridden, setStatus(overridden, { status: 'done', override: other })).override).toEqual(other);
  });

  test.each([' \n', '\ud83d'])('refuses %j for a reason', (reason) =>
    expect(refusal(setStatus(context, { status: 'done', override: { ...override, reason } }))).toEqual(['override-wrong']));
});
