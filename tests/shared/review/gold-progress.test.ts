import { describe, expect, it } from 'vitest';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { sealGold } from '../../../shared/review/gold.ts';
import { goldProgress } from '../../../shared/review/gold-progress.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

/** The first article of the two, as sara alone marked it: nothing of it is open to doubt but what is decided here. */
function start(): Dataset {
  const whole = workOfTwo();
  const articles = whole.articles.slice(0, 1);
  return { ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article, annotator }) => article === articles[0]?.id && annotator === 'per-sara') };
}
const among = (dataset: Dataset): readonly SetId[] => dataset.sets.filter(({ role }) => role === 'work').map(({ id }) => id);
const cases = (dataset: Dataset) => settlementOf(reviewContext(dataset), among(dataset)).cases;
function done(dataset: Dataset, act: (context: ReviewContext) => Result<Change>): Dataset {
  const result = act(reviewContext(dataset));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}
const set = among(start())[0] as SetId;
const progress = ({ sets, events = [] }: Dataset) => goldProgress(sets, events);
const takeAll = (dataset: Dataset, count = Infinity): Dataset =>
  cases(dataset).slice(0, count).reduce((now, { key }) => done(now, (context) => accept(context, { among: [set], key }, { set })), dataset);

describe('how far an article is with its gold set', () => {
  it('nothing, being decided, decided, closed, opened again, closed as the next version', () => {
    expect(progress(start())).toBeNull();
    const begun = takeAll(start(), 1);
    expect(progress(begun)).toEqual({ state: 'adjudicating', version: 0 });
    const decided = takeAll(begun);
    expect(progress(decided)).toEqual({ state: 'decided', version: 0 });
    const sealed = done(decided, (context) => sealGold(context, [set]));
    expect(progress(sealed)).toEqual({ state: 'sealed', version: 1 });
    const key = cases(sealed)[0]?.key ?? '';
    const opened = done(sealed, (context) => leaveOut(context, { among: [set], key }, { act: 'defer' }));
    expect(progress(opened)).toEqual({ state: 'reopened', version: 1 });
    const again = done(takeAll(opened), (context) => sealGold(context, [set]));
    expect(progress(again)?.state).toBe('sealed');
  });

  it('what was put off, or altered since it was decided, is not decided', () => {
    const decided = takeAll(start());
    const key = cases(decided)[0]?.key ?? '';
    expect(progress(done(decided, (context) => leaveOut(context, { among: [set], key }, { act: 'defer' })))?.state).toBe('adjudicating');
    const altered = { ...decided, sets: decided.sets.map((one) => (one.id === set ? { ...one, annotations: one.annotations.slice(0, 1).map((mark) => ({ ...mark, attributes: { x: 'y' } })) } : one)) };
    expect(progress(altered)?.state).toBe('adjudicating');
  });
});
