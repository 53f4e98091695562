import { beforeEach, describe, expect, it } from 'vitest';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Entry, genesis } from '../../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Change, changeBetween } from '../../../shared/model/change.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Result } from '../../../shared/result.ts';
import { auditLines } from '../../../shared/review/audit.ts';
import { auditHead, auditRows } from '../../../shared/review/audit-table.ts';
import { accept, edit, leaveOut } from '../../../shared/review/decide.ts';
import { sealGold } from '../../../shared/review/gold.ts';
import { goldSteps } from '../../../shared/review/history.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import { type Tracing, tracing } from '../../../shared/review/trace.ts';
import { span } from '../../../shared/text/offsets.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1', '🌧 وزیر گفت برق می‌آید.');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };

/** A laptop whose steps are in a Log, as those of the app are. */
class LoggedLaptop extends Laptop {
  readonly log: Entry[] = [];
  app: string | undefined = '1.2.0';

  enter(scope: ArticleId | null, command: string, change: Change): void {
    const sequence = this.log.length + 1;
    this.log.push({
      device: this.device, channel: 'work', sequence, previous: genesis, lamport: 10 * sequence, wall: this.now(), annotator: this.me.id, scope, action: { kind: 'do', command }, change,
      ...(this.app !== undefined && { app: this.app }),
    });
  }

  override perform(id: ArticleId, command: (context: ReviewContext) => Result<Change>): void {
    const before = this.dataset;
    super.perform(id, command);
    this.enter(id, 'decide', changeBetween(before, this.dataset));
  }

  get traced(): Tracing['found'] {
    const traced = tracing();
    for (const entry of this.log) traced.add(entry);
    return traced.found;
  }
}

let lead: LoggedLaptop;
let sara: Laptop;
let one: AnnotationSet;
let two: AnnotationSet;
const among = () => [one.id, two.id];
const choice = () => {
  const [first] = settlementOf(lead.review(article.id), among()).cases;
  if (!first) throw new Error('no case');
  return { among: among(), key: first.key };
};
const traced = () => auditLines(lead.dataset, lead.traced);

beforeEach(() => {
  sara = new Laptop('سارا', schema, { dataset: base });
  const reza = new Laptop('رضا', schema, { dataset: base });
  lead = new LoggedLaptop('سرپرست', schema, { dataset: { ...base, annotators: [sara.me, reza.me] } });
  [one, two] = [setOf(sara, article.id, [3, 7]), setOf(reza, article.id, [3, 11])];
  lead.put(one);
  lead.put(two);
});

describe('where the Log has a decision', () => {
  it('tells the device, the place and logical time of the step, and the version of the app', () => {
    lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
    lead.app = '1.3.0';
    lead.perform(article.id, (context) => sealGold(context, among()));
    expect(traced().map(({ act, trace }) => [act, trace])).toEqual([
      ['accept', { device: lead.device, lamport: 10, sequence: 1, app: '1.2.0' }],
      ['sealed', { device: lead.device, lamport: 20, sequence: 2, app: '1.3.0' }],
    ]);
  });

  it('says that the version is not known where an older one did not say it, and nothing at all where there is no Log', () => {
    lead.app = undefined;
    lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
    expect(traced()[0]?.trace).toEqual({ device: lead.device, lamport: 10, sequence: 1, app: null });
    expect(auditLines(lead.dataset)[0]?.trace).toBe(null);
  });

  it('tells what stood in the gold set before and after, also of what was decided anew since', () => {
    lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
    lead.perform(article.id, (context) => edit(context, choice(), { label: one.annotations[0]?.label ?? ('' as never), spans: [span(3, 9)], attributes: {}, entity: null }));
    lead.perform(article.id, (context) => leaveOut(context, choice(), { act: 'reject', reason: 'spurious' }));
    const ends = traced().map(({ before, after }) => [before?.spans[0]?.end ?? null, after?.spans[0]?.end ?? null]);
    expect(ends).toEqual([[null, 7], [7, 9], [9, null]]);
  });

  it('takes what came in a Bundle from its receipt, not from the laptop that took it in', () => {
    const reza = new Laptop('داور', schema, { dataset: { ...base, sets: [one, two], annotators: [...lead.dataset.annotators] } });
    reza.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
    reza.perform(article.id, (context) => sealGold(context, among()));
    const before = lead.dataset;
    lead.takeIn(reza.handIn());
    lead.enter(null, 'take-in-bundles', changeBetween(before, lead.dataset));
    const lines = traced().filter(({ of }) => of === reza.me.id);
    expect(lines.map(({ trace }) => trace && [trace.device, trace.app])).toEqual([[reza.device, '0'], [reza.device, '0']]);
    expect(lines.map(({ after }) => after)).toEqual([null, null]);
  });

  it('guesses nothing of decisions that came with a dataset', () => {
    lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
    const [entry] = lead.log.splice(0);
    if (!entry) throw new Error('no entry');
    lead.enter(null, 'take-in', entry.change);
    expect(traced().map(({ trace }) => trace)).toEqual([null]);
  });
});

it('the table has it in columns of their own', () => {
  lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
  const head = auditHead('en').trim().split(',');
  expect(head.slice(-6)).toEqual(['in gold before', 'in gold after', 'device', 'logical time', 'step in the chain of the device', 'version of Naql']);
  const row = auditRows(lead.dataset, 'en', lead.traced).trim();
  expect(row).toMatch(new RegExp(`,,"${one.annotations[0]?.label} \\[2, 6\\)",${lead.device},10,1,1\\.2\\.0$`));
});

it('each step of the slider says device, place and version', () => {
  lead.perform(article.id, (context) => accept(context, choice(), { set: one.id }));
  const gold = lead.dataset.sets.find(({ role }) => role === 'adjudicated');
  expect(goldSteps(lead.log, gold?.id ?? one.id).map(({ device, sequence, app }) => [device, sequence, app])).toEqual([[lead.device, 1, '1.2.0']]);
});
