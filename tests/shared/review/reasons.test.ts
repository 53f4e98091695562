import { describe, expect, it, test } from 'vitest';
import { decisionReasons, isOwnReason, longestReason, ownReason, reasonWords } from '../../../shared/model/decided.ts';
import { leaveOut } from '../../../shared/review/decide.ts';
import { reasonsOffered } from '../../../shared/review/reasons.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

describe('a reason of the project’s own', () => {
  test.each([
    ['words', ' نقل از شبکهٔ اجتماعی ', 'own نقل از شبکهٔ اجتماعی'],
    ['blanks say nothing', '  ', null],
    ['half a character is no text', 'الف\ud800', null],
    ['a line of a list is short', 'ا'.repeat(longestReason + 1), null],
  ])('%s', (_, written, reason) => expect(ownReason(written)).toBe(reason));

  test.each([['own نقل', true], ['own ', false], ['own  نقل', false], ['slip', false]] as const)('read again: %s', (reason, isOwn) => expect(isOwnReason(reason)).toBe(isOwn));

  it('is said in its own words, the common ones from the catalogue', () =>
    expect([reasonWords('own نقل', (code) => code), reasonWords('slip', (code) => code)]).toEqual(['نقل', 'reason.slip']));

  it('is offered in the project once a decision was made with it, and goes when that is taken back', () => {
    const whole = workOfTwo();
    const dataset = { ...whole, annotators: [...whole.annotators, adjudicator] };
    const decide = (now: typeof dataset, place: number) => {
      const context = reviewContext(now);
      const among = context.sets.filter(({ role }) => role === 'work').map(({ id }) => id);
      const one = settlementOf(context, among).cases[place];
      const done = leaveOut(context, { among, key: one?.key ?? '' }, { act: 'reject', reason: 'own نقل از شبکه', note: '' });
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      return done.value;
    };
    const change = decide(dataset, 0);
    const then = after(dataset, change) as typeof dataset;
    expect(reasonsOffered(then.events ?? [])).toEqual([...decisionReasons, 'own نقل از شبکه']);
    expect(decide(then, 1).added.filter((one) => one.kind === 'event' && one.value.kind === 'reason-added'), 'it is added once').toEqual([]);
    expect(reasonsOffered(dataset.events ?? [])).toEqual(decisionReasons);
  });
});
