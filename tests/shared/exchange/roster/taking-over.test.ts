import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { unprovenSets } from '../../../../shared/exchange/bundle/known.ts';
import { type BundleReport } from '../../../../shared/exchange/bundle/take-in.ts';
import { type RosterStep } from '../../../../shared/exchange/roster/next-roster.ts';
import { standingOf } from '../../../../shared/exchange/roster/standing.ts';
import { makeId, type SetId } from '../../../../shared/model/id.ts';
import { rosterRoles } from '../../../../shared/model/roster.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { participantsIn, usualAmong } from '../../../../shared/review/participants.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import { articleOf, Laptop, setOf } from '../bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };
const laptop = (name: string, isUnsigned = false): Laptop => new Laptop(name, schema, { dataset: base, isUnsigned });
const lead = (): Laptop => laptop('lead').beginRoster();
/** An annotator who has marked something. */
const annotator = (name: string, isUnsigned = false): Laptop => {
  const one = laptop(name, isUnsigned);
  one.put(setOf(one, article.id, [0, 3]));
  return one;
};
const place = makeId('annotator', 'place');
const assignment = (from: Laptop): Uint8Array =>
  [...from.handOut([{ person: place, articles: [article.id], repeats: [] }], new Map([[place, 'سارا']])).values()][0] as Uint8Array;
const feedback = (from: Laptop): Uint8Array => from.giveBack({ person: place, name: 'سارا', articles: [], events: [], gold: [], readers: [] });
const reportOn = (to: Laptop, file: Uint8Array): BundleReport => to.takeIn(file).reports[0] as BundleReport;
const codes = ({ problems }: BundleReport): readonly string[] => problems.map(({ code }) => code);

describe('the roster of the first lead that one meets', () => {
  it('is gone by from then on, and its key is told, whose words are to be looked at', () => {
    const from = lead();
    const sara = annotator('sara');
    const report = reportOn(sara, assignment(from));
    expect(report).toMatchObject({ newLead: from.key, standing: { kind: 'known', person: { name: 'lead', role: 'lead' } } });
    expect(sara.roster.current?.roster.number).toBe(1);
    from.addDevice(sara);
    expect(reportOn(sara, feedback(from))).toMatchObject({ newLead: null, standing: { kind: 'known' } });
    expect(sara.roster.current?.hash).toBe(from.roster.current?.hash);
    expect(standingOf(sara.roster, sara.key, sara.me.id).kind).toBe('known');
  });

  it('is the same roster in whatever order, and however often, the lead’s files come', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add-device' as const), person: fc.constantFrom(makeId('annotator', 'a'), makeId('annotator', 'b')), name: fc.constant('x'), role: fc.constantFrom(...rosterRoles), key: fc.constantFrom(...['11', '22', '33'].map((two) => two.repeat(32))) }),
      fc.record({ kind: fc.constant('revoke-device' as const), person: fc.constantFrom(makeId('annotator', 'a'), makeId('annotator', 'b')), key: fc.constantFrom(...['11', '22', '33'].map((two) => two.repeat(32))) }),
      fc.constant({ kind: 'go-on' as const }),
    );
    const story = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 5 }), order: fc.array(fc.nat(20), { minLength: 6, maxLength: 12 }) });
    forAll(story, ({ steps, order }: { readonly steps: readonly RosterStep[]; readonly order: readonly number[] }) => {
      const from = lead();
      const files = [assignment(from)];
      for (const one of steps) {
        try {
          from.changeRoster(one);
        } catch {
          // What the roster refuses is tried elsewhere.
          continue;
        }
        files.push(feedback(from));
      }
      const together = laptop('sara');
      together.takeIn(...files);
      const apart = laptop('sara');
      for (const index of [...order, ...files.keys()]) apart.takeIn(files[index % files.length] as Uint8Array);
      for (const one of [together, apart]) expect(one.roster.current?.hash).toBe(from.roster.current?.hash);
      expect(canonicalJson(apart.shared())).toBe(canonicalJson(together.shared()));
      expect(apart.plan(files).reports.map(({ verdict }) => verdict)).toEqual(files.map(() => 'known'));
    }, Math.ceil(runs / 10));
  });

  it('is not replaced by that of somebody else, which is told', () => {
    const sara = annotator('sara');
    const from = lead();
    sara.takeIn(assignment(from));
    const other = laptop('other').beginRoster();
    const report = reportOn(sara, assignment(other));
    expect(codes(report)).toEqual(['bundle-device-unknown', 'roster-stranger']);
    expect(sara.roster.current?.hash).toBe(from.roster.current?.hash);
  });

  it('is nobody’s where two come at once, where the lead’s file is unsigned, or where work that was handed in brings it', () => {
    const sara = annotator('sara');
    expect(sara.plan([assignment(lead()), assignment(laptop('other').beginRoster())]).reports.map(({ newLead }) => newLead)).toEqual([null, null]);
    const forwarder = laptop('reza', true);
    forwarder.takeIn(assignment(lead()));
    expect(reportOn(sara, assignment(forwarder))).toMatchObject({ newLead: null, standing: { kind: 'unsigned' } });
    expect(sara.roster.current).toBeNull();
    const givingOut = laptop('lead');
    assignment(givingOut);
    expect(reportOn(givingOut, assignment(laptop('other').beginRoster()))).toMatchObject({ newLead: null });
    expect(givingOut.roster.current).toBeNull();
  });

  it('two of one number are told: the one before counts', () => {
    const from = lead();
    const sara = annotator('sara');
    const first = assignment(from);
    const before = from.dataset;
    from.addDevice(sara);
    const one = feedback(from);
    // A backup of before is brought back, and goes on.
    from.dataset = before;
    from.device = makeId('device', 'lead-restored');
    from.addDevice(laptop('reza'));
    const two = feedback(from);
    for (const files of [[first, one, two], [two, one, first]]) {
      const to = laptop('mina');
      const reports = files.map((file) => reportOn(to, file));
      expect(reports.flatMap(codes)).toContain('roster-forked');
      expect(to.roster).toMatchObject({ current: { roster: { number: 1 } }, newest: [{ roster: { number: 2 } }, { roster: { number: 2 } }] });
    }
  });
});

describe('what the roster says of who handed in, and whether gold is made of it', () => {
  const setId = makeId('set', `sara-${article.id}`) as SetId;
  const compared = (one: Laptop): readonly SetId[] => {
    const { sets, events, annotators } = one.review(article.id);
    return usualAmong(participantsIn(sets, events, annotators), unprovenSets(one.events));
  };
  const sarasKey = (one: Laptop) => ({ person: one.me.id, key: one.key ?? '' });

  it.each<readonly [string, (to: Laptop, sara: Laptop) => unknown, BundleReport['standing']['kind'], readonly string[]]>([
    ['on it as hers', (to, sara) => to.addDevice(sara), 'known', []],
    ['not on it', () => undefined, 'unknown', ['bundle-device-unknown']],
    ['somebody else’s', (to, sara) => to.changeRoster({ kind: 'add-device', person: makeId('annotator', 'reza'), name: 'رضا', role: 'annotator', key: sara.key ?? '' }), 'foreign', ['bundle-device-foreign']],
    ['taken off', (to, sara) => to.addDevice(sara).changeRoster({ kind: 'revoke-device', ...sarasKey(sara) }), 'revoked', ['bundle-device-revoked']],
  ])('a device that is %s', (_why, prepare, kind, told) => {
    const [to, sara] = [lead(), annotator('sara')];
    prepare(to, sara);
    const report = reportOn(to, sara.handIn());
    expect(report).toMatchObject({ verdict: 'new', sets: 1, standing: { kind } });
    expect(codes(report)).toEqual(told);
    expect(compared(to)).toEqual(kind === 'known' ? [setId] : []);
    expect([...unprovenSets(to.events)]).toEqual(kind === 'known' ? [] : [[setId, kind]]);
  });

  it('unsigned, with a roster or without', () => {
    for (const to of [lead(), laptop('lead')]) {
      expect(reportOn(to, annotator('sara', true).handIn())).toMatchObject({ standing: { kind: 'unsigned' }, problems: [{ code: 'bundle-unsigned' }] });
      expect(compared(to)).toEqual([]);
    }
  });

  it('without a roster a signature is enough', () => {
    const to = laptop('lead');
    expect(reportOn(to, annotator('sara').handIn())).toMatchObject({ standing: { kind: 'no-roster' }, problems: [] });
    expect(compared(to)).toEqual([setId]);
  });

  it('a device that is added later makes what came before count; one that is taken off later leaves it', () => {
    const [to, sara] = [lead(), annotator('sara')];
    to.takeIn(sara.handIn());
    expect(compared(to)).toEqual([]);
    to.addDevice(sara);
    expect(compared(to)).toEqual([setId]);
    const stays = lead().addDevice(sara);
    stays.takeIn(annotatorAgain(sara).handIn());
    stays.changeRoster({ kind: 'revoke-device', ...sarasKey(sara) });
    expect(compared(stays)).toEqual([setId]);
  });

  /** The same laptop, as it was before it handed anything in. */
  function annotatorAgain(one: Laptop): Laptop {
    one.dataset = { ...one.dataset, events: [] };
    return one;
  }
});
