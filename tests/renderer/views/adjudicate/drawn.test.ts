import { describe, expect, it } from 'vitest';
import { arcsOf, drawnAgainstGold, drawnReading, drawnReview } from '../../../../renderer/views/adjudicate/drawn.ts';
import { draftOf, labelOfKey, withLabel, withMovedBorder } from '../../../../renderer/views/adjudicate/editing.ts';
import { classOf, disputed, lookOf, type ReviewScene, sceneOf, showsNames, signOf } from '../../../../renderer/views/adjudicate/scene.ts';
import { type Change } from '../../../../shared/model/change.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type SetId } from '../../../../shared/model/id.ts';
import { type Result } from '../../../../shared/result.ts';
import { accept } from '../../../../shared/review/decide.ts';
import { adjudicator, after, reviewContext } from '../../../arbitraries/review.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';

const sara = 'set-sara-0' as SetId;
const reza = 'set-reza-0' as SetId;

function start(): Dataset {
  const whole = workOfTwo();
  const articles = whole.articles.slice(0, 1);
  return { ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article }) => article === articles[0]?.id) };
}
function seen(dataset: Dataset, isBlind = false): ReviewScene {
  const [article] = dataset.articles;
  if (!article) throw new Error('no article');
  return sceneOf({ ...dataset, article, events: dataset.events ?? [], by: adjudicator.id }, [sara, reza], isBlind);
}
const caseOf = (scene: ReviewScene, kind: string) => {
  const found = scene.settlement.cases.find((one) => classOf(one) === kind);
  if (!found) throw new Error(`no case is ${kind}`);
  return found;
};
function done(dataset: Dataset, result: Result<Change>): Dataset {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}
const wordsOf = (scene: ReviewScene, spans: readonly { readonly start: number; readonly end: number }[]) => spans.map(({ start: from, end }) => scene.article.text.slice(from, end)).join('|');

describe('what the text shows', () => {
  const scene = seen(start());
  const drawn = drawnReview(scene);

  it('one lane for what all agree on, one for each where they differ', () => {
    const rows = (kind: string) => drawn.marks.filter((one) => one.case === caseOf(scene, kind).key).map(({ row }) => row);
    expect(rows('agree')).toEqual(['all']);
    expect(rows('attributes')).toEqual(['all']);
    expect(new Set(rows('boundary'))).toEqual(new Set([0, 1]));
    expect(rows('only')).toHaveLength(1);
  });

  it('hatches what one covers and the other does not, and nothing else', () => {
    expect(drawn.stretches.map(({ span }) => wordsOf(scene, [span]))).toEqual(['مالیات‌ها ']);
    expect(disputed(caseOf(scene, 'agree'))).toEqual([]);
  });

  it('a sign for each class, the letter of whoever is alone', () => {
    expect(['agree', 'attributes', 'boundary'].map((kind) => signOf(scene, caseOf(scene, kind)))).toEqual(['=', '≈', '↔']);
    expect(scene.readers.map(({ letter }) => letter)).toContain(signOf(scene, caseOf(scene, 'only')));
  });

  it('what A alone marked looks otherwise than what B alone did, as each of the seven classes does', () => {
    const alone = caseOf(scene, 'only');
    const place = scene.readers.findIndex(({ set }) => set.id === alone.members[0]?.set.id);
    expect(lookOf(scene, alone)).toBe(['only-a', 'only-b'][place]);
    expect(lookOf({ readers: [...scene.readers].reverse() }, alone)).toBe(['only-b', 'only-a'][place]);
    expect(lookOf({ readers: scene.readers.slice(0, 1) }, alone), 'a single one is nobody’s other').toBe('only');
    expect(lookOf(scene, caseOf(scene, 'boundary'))).toBe('boundary');
    expect(drawn.signs.find((one) => one.case === alone.key)?.kind).toBe(lookOf(scene, alone));
  });

  it('a decision adds a gold lane and moves no other', () => {
    const about = caseOf(scene, 'boundary');
    const now = seen(done(start(), accept(reviewContext(start()), { among: [sara, reza], key: about.key }, { set: sara })));
    const marks = drawnReview(now).marks;
    expect(marks.filter(({ row }) => row === 'gold').map(({ spans }) => wordsOf(now, spans))).toEqual(['مالیات‌ها را کاهش می‌دهیم']);
    expect(marks.filter(({ row }) => row !== 'gold')).toEqual(drawn.marks);
  });

  it('arcs lead from the chosen case to where its links go, and from no other', () => {
    expect(arcsOf(scene, caseOf(scene, 'boundary')).map(({ to, isOpen }) => [wordsOf(scene, to), isOpen])).toEqual([['وزیر', true]]);
    expect(arcsOf(scene, caseOf(scene, 'agree'))).toEqual([]);
    expect(arcsOf(scene, undefined)).toEqual([]);
  });

  it('a column shows one reading alone; against gold the own ones lie below', () => {
    for (const reader of scene.readers) expect(drawnReading(scene, reader).marks.every(({ row }) => row === 0)).toBe(true);
    expect(new Set(drawnAgainstGold(scene, reza).marks.map(({ row }) => row))).toEqual(new Set([0, 'gold']));
  });
});

it('names show when nobody is blind, or the case is decided', () => {
  const about = caseOf(seen(start(), true), 'boundary');
  expect([showsNames(seen(start(), true), about), showsNames(seen(start(), false), about)]).toEqual([false, true]);
  const now = seen(done(start(), accept(reviewContext(start()), { among: [sara, reza], key: about.key }, { set: sara })), true);
  expect(showsNames(now, caseOf(now, 'boundary'))).toBe(true);
});

describe('a draft', () => {
  const scene = seen(start());
  const draft = draftOf(scene, caseOf(scene, 'boundary'));
  if (!draft) throw new Error('no draft');
  const { text } = scene.article;

  it.each([
    ['the end goes on to the left, in Persian', 'end', 'left'],
    ['and comes back to the right', 'end', 'right'],
    ['the start goes on to the left', 'start', 'left'],
  ] as const)('%s', (_, edge, side) => {
    const moved = withMovedBorder(draft, text, edge, 'word', side);
    const [before, now] = [draft.spans[0], moved.spans[0]];
    const isOnward = side === 'left';
    expect(Math.sign((now?.[edge] ?? 0) - (before?.[edge] ?? 0))).toBe(isOnward ? 1 : -1);
  });

  it('goes on to the right where the person has laid the paragraph out from left to right', () => {
    const turned = Object.fromEntries(text.split('\n').map((_, line) => [line, 'ltr' as const]));
    expect(withMovedBorder(draft, text, 'end', 'word', 'right', turned).spans[0]?.end).toBeGreaterThan(draft.spans[0]?.end ?? 0);
  });

  it('never turns inside out', () => {
    let moved = draft;
    for (let step = 0; step < 100; step++) moved = withMovedBorder(moved, text, 'end', 'word', 'right');
    expect(moved.spans[0]?.end).toBeGreaterThan(moved.spans[0]?.start ?? 0);
  });

  it('another label drops the attributes that it has not', () => {
    const speaker = labelOfKey(scene.schema, 2);
    expect(speaker).toBe('SPEAKER');
    expect(withLabel(draft, scene.schema, speaker as never)).toMatchObject({ label: 'SPEAKER', attributes: {} });
    expect(labelOfKey(scene.schema, 0)).toBeNull();
  });
});
