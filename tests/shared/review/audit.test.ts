import { beforeEach, describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { auditedSource, auditLines } from '../../../shared/review/audit.ts';
import { auditHead, auditRows } from '../../../shared/review/audit-table.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { settleAll } from '../../../shared/review/bulk.ts';
import { sealGold } from '../../../shared/review/gold.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = { ...articleOf('1', '🌧 وزیر گفت برق می‌آید.'), title: '=HYPERLINK("http://x")' };
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };

let lead: Laptop;
let sara: AnnotationSet;
let reza: AnnotationSet;

/** Both marked the minister; each of them something else besides. */
beforeEach(() => {
  const [one, two] = ['سارا', 'رضا'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop];
  lead = new Laptop('سرپرست', schema, { dataset: base });
  lead.dataset = { ...lead.dataset, annotators: [...lead.dataset.annotators, one.me, two.me] };
  [sara, reza] = [setOf(one, article.id, [3, 7], [8, 11]), setOf(two, article.id, [3, 7], [12, 15])];
  lead.put(sara);
  lead.put(reza);
});

const among = () => [sara.id, reza.id];
const keyAt = (start: number): string => {
  const found = settlementOf(lead.review(article.id), among()).cases.find(({ hull }) => hull.start === start);
  if (!found) throw new Error(`no case at ${start}`);
  return found.key;
};
const decide = () => {
  lead.perform(article.id, (context) => settleAll(context, among(), { rule: 'unanimous' }));
  lead.perform(article.id, (context) => leaveOut(context, { among: among(), key: keyAt(8) }, { act: 'reject', reason: 'spurious', note: '=1+1' }));
  lead.perform(article.id, (context) => leaveOut(context, { among: among(), key: keyAt(12) }, { act: 'defer' }));
  lead.perform(article.id, (context) => accept(context, { among: among(), key: keyAt(12) }, { set: reza.id }));
};

describe('the history of decisions', () => {
  it('says of each decision what it was about, who made it, why, and whether it holds', () => {
    decide();
    const said = auditLines(lead.dataset).map((line) => [line.act, line.rule, line.reason, auditedSource(line), line.holds, line.thing?.spans[0]?.start, line.taken]);
    expect(said).toEqual([
      ['accept', 'unanimous', null, 'unanimous', true, 3, null],
      ['reject', null, 'spurious', null, true, 8, null],
      ['defer', null, null, null, false, 12, null],
      ['accept', null, null, 'adjudicated', true, 12, reza.annotator],
    ]);
    for (const { by, at } of auditLines(lead.dataset)) expect([by, typeof at]).toEqual([lead.me.id, 'string']);
  });

  it('has a line for each closed version, with its seal', () => {
    decide();
    lead.perform(article.id, (context) => sealGold(context, among()));
    expect(auditLines(lead.dataset).at(-1)).toMatchObject({ act: 'sealed', version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, by: lead.me.id });
  });

  it('says of what came with a file that nothing is known of it, and not that one person marked it', () => {
    lead.put({ ...sara, id: 'set-gold' as AnnotationSet['id'], annotator: lead.me.id, role: 'adjudicated' });
    expect(auditLines(lead.dataset).map((line) => [line.act, auditedSource(line), line.at])).toEqual([['unknown', null, null], ['unknown', null, null]]);
  });

  it('names nobody of what is only put off: whoever decides may be blind', () => {
    lead.perform(article.id, (context) => leaveOut(context, { among: among(), key: keyAt(12) }, { act: 'defer' }));
    expect(auditLines(lead.dataset).map(({ act, readers }) => [act, readers])).toEqual([['defer', []]]);
  });
});

describe('as a table', () => {
  const rows = () => auditRows(lead.dataset, 'en').split('\r\n').slice(0, -1);

  it('has a cell for every column', () => {
    decide();
    const columns = auditHead('en').split(',').length;
    expect(rows().map((row) => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length)).toEqual(rows().map(() => columns));
  });

  it('guards what looks like a formula', () => {
    decide();
    expect(rows()[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(rows()[1]).toContain(`,'=1+1,`);
  });

  it('counts code points, and names people and reasons in words', () => {
    decide();
    expect(rows()[0]).toContain('Speaker,وزیر,2,6,unanimous,accepted,unanimous cases,,,سرپرست,2026-');
    expect(rows()[1]).toContain('rejected,,spurious,');
    expect(auditRows(lead.dataset, 'fa')).toContain('نابجا');
  });
});
