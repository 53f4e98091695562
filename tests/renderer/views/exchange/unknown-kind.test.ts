import { expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { readBundle } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { wholeProject } from '../../../../renderer/views/exchange/take-in-bundles.ts';
import { writeBundle } from '../../../../shared/exchange/bundle/write-bundle.ts';
import { extract } from '../../../../shared/exchange/bundle/extract.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../../shared/model/review-event.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../../../shared/exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };

it('what a later version says is kept as it was said, handed on in a whole project, and comes out as the same bytes', () => {
  const [lead, sara] = ['lead', 'sara'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop];
  const praised = {
    id: makeId('event', 'praise'), article: article.id, by: sara.me.id, at: '2027-01-01T00:00:00.000Z', kind: 'praised', stars: 5, because: { z: [1, null, 'خوب'], a: true }, turn: 'none',
  } as unknown as ReviewEvent;
  sara.dataset = { ...sara.dataset, events: [praised] };
  sara.put(setOf(sara, article.id, [0, 3]));
  expect(lead.takeIn(sara.handIn())).toMatchObject({ reports: [{ verdict: 'new', problems: [] }] });
  const heard = lead.events.find(({ id }) => id === praised.id);
  expect(canonicalJson(heard)).toBe(canonicalJson(praised));
  expect(lead.works(article.id), 'and it disturbs nothing').toMatchObject([{ state: 'submitted', isAltered: false }]);

  const { project, device, entries } = extract(lead.dataset, new Set([article.id]), { by: lead.me.id, wall: lead.now() });
  const about = { project: { id: project, name: 'پ' }, purpose: 'full', person: { id: lead.me.id, name: 'lead' }, device, to: null, app: '0', made: lead.now(), guideline: null, heads: [] } as const;
  const file = writeBundle({ about, schema, entries, articles: [], mentioned: [] }).file(null);
  const read = readBundle({ name: 'p.naql', bytes: file });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const whole = wholeProject(read.value);
  expect(whole.ok && canonicalJson(whole.value.events?.find(({ id }) => id === praised.id))).toBe(canonicalJson(praised));
});
