import { expect, it } from 'vitest';
import { differenceWords } from '../../../../renderer/views/adjudicate/difference.ts';
import { sceneOf } from '../../../../renderer/views/adjudicate/scene.ts';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type LabelId, type SetId } from '../../../../shared/model/id.ts';
import { adjudicator } from '../../../arbitraries/review.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';

const whole = workOfTwo();
const [article] = whole.articles;
if (!article) throw new Error('no article');
const sets = whole.sets
  .filter((set) => set.article === article.id)
  .map((set) => (set.id === 'set-reza-0' ? { ...set, annotations: set.annotations.map((one) => (one.id === 'reza-c1' ? { ...one, label: 'SPEAKER' as LabelId } : one)) } : set));
const scene = sceneOf({ ...whole, sets, article, events: [], by: adjudicator.id }, ['set-sara-0', 'set-reza-0'] as SetId[], false);

function saidOf(annotation: string, language: 'fa' | 'en'): string {
  const about = scene.settlement.cases.find(({ members }) => members.some((one) => one.annotation.id === annotation));
  if (!about) throw new Error(`no case of ${annotation}`);
  return differenceWords(scene, about, translator(language)).replaceAll(/[⁨⁩]/g, '');
}

/** Whose reading is called A is another one in each article. */
const sorted = (words: string): string => words.split('/').sort().join('/');

it.each([
  ['bounds: what both cover of all that one covers', 'sara-q1', '۰٫۶۰', '0.60'],
  ['a label: what each calls it', 'sara-c1', 'نشانهٔ نقل/گوینده', 'Cue/Speaker'],
  ['one saw it alone: how many of how many', 'sara-s2', '۱ از ۲', '1 of 2'],
  ['an attribute: which', 'sara-q2', 'حالت', 'Mode'],
  ['nothing where they agree', 'sara-s1', '', ''],
])('a case says how far its readings are apart: %s', (_, annotation, persian, english) => {
  expect(sorted(saidOf(annotation, 'fa'))).toBe(sorted(persian));
  expect(sorted(saidOf(annotation, 'en'))).toBe(sorted(english));
});
