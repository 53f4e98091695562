import { describe, expect, it } from 'vitest';
import { isIntroduction } from '../../../../shared/exchange/bundle/introduction.ts';
import { isEnvelope, readBundle, readHanded } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { openersIn } from '../../../../shared/exchange/roster/openers.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type ProvenEnvelopeKey } from '../../../../shared/model/roster.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { envelopeKeyHolds } from '../../../../electron/signature.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { introductionChannel } from '../../../../shared/exchange/bundle/introduction.ts';
import { writeBundle } from '../../../../shared/exchange/bundle/write-bundle.ts';
import { articleOf, Laptop, project, setOf } from './laptop.ts';

const schema = seed as unknown as Schema;
const one = articleOf('1');
const base = { schema, articles: [one], annotators: [], entities: [], sets: [] };

const read = (bytes: Uint8Array) => {
  const found = readBundle({ name: 'a.naql', bytes });
  if (!found.ok) throw new Error(JSON.stringify(found));
  return found.value;
};

describe('a device that introduces itself to the lead', () => {
  it('opens what is closed from then on, though nothing was ever handed in from it', () => {
    const [lead, judge, sara] = ['lead', 'judge', 'sara'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop, Laptop];
    lead.beginRoster().nameEnvelopeKey();
    const file = judge.introduce();
    const bundle = read(file);
    expect(isIntroduction(bundle.manifest)).toBe(true);
    expect(bundle.manifest.documents).toEqual([]);
    expect(bundle.entries.flatMap(({ change }) => change.added.map((record) => (record.kind === 'event' ? record.value.kind : record.kind)))).toEqual(['annotator', 'envelope-key']);
    expect(lead.takeIn(file).reports).toMatchObject([{ verdict: 'new', sets: 0, events: 1, standing: { kind: 'unknown' } }]);
    expect(lead.plan([file]).reports).toMatchObject([{ verdict: 'known' }]);

    const said = lead.events.filter((event) => event.kind === 'envelope-key' && event.by === judge.me.id) as unknown as readonly ProvenEnvelopeKey[];
    expect(said.map(envelopeKeyHolds)).toEqual([true]);
    lead.addDevice(judge, 'adjudicator').changeRoster({ kind: 'name-envelope-keys', keys: said.map(({ envelopeKey, signature }) => ({ key: signature.key, envelopeKey })) });
    expect(openersIn(lead.roster)).toEqual([lead.envelopeKey, judge.envelopeKey].sort());
    lead.handOut([{ person: sara.me.id, articles: [one.id], repeats: [] }], new Map(), true, true).forEach((given) => sara.takeIn(given));
    sara.put(setOf(sara, one.id, [0, 3]));
    const handed = readHanded({ name: 'b.naql', bytes: sara.handIn() });
    if (!handed.ok || !isEnvelope(handed.value)) throw new Error('no envelope');
    expect(judge.open(handed.value)).toBeInstanceOf(Uint8Array);
  });

  it('does so whatever labels the project has that happens to be open there', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const judge = new Laptop('judge', { ...schema, id: 'another.scheme' });
    expect(lead.plan([judge.introduce()]).reports).toMatchObject([{ verdict: 'new', events: 1, problems: [] }]);
  });

  it.each(['submission', 'assignment'] as const)('brings nothing else: work that comes as one, in a file of kind %s, stays out', (purpose) => {
    const [lead, sara] = ['lead', 'sara'].map((name) => new Laptop(name, schema, { dataset: base })) as [Laptop, Laptop];
    sara.put(setOf(sara, one.id, [0, 3]));
    const { manifest, entries } = read(sara.handIn());
    const disguised = entries.map((entry) => ({ ...entry, channel: introductionChannel(project) }));
    const file = writeBundle({ about: { ...manifest, purpose }, schema: { ...schema, id: 'another.scheme' }, entries: disguised, articles: [], mentioned: [] }).file(null);
    expect(lead.plan([file])).toMatchObject({ change: { added: [] }, reports: [{ verdict: 'refused', problems: [{ code: purpose === 'submission' ? 'bundle-file-wrong' : 'bundle-schema-other' }] }] });
  });

  it('is no copy and no fork where it does so from several of its projects, and works on in another one', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const sara = new Laptop('sara', schema, { dataset: base });
    const fresh = sara.dataset;
    lead.takeIn(sara.introduce(makeId('project', 'elsewhere')));
    // The same device, in the project that the work is taken up in: of what was said in the other it knows nothing.
    sara.dataset = fresh;
    for (const file of lead.handOut([{ person: sara.me.id, articles: [one.id], repeats: [] }]).values()) {
      expect(read(file).manifest.heads.map(({ device }) => device)).toEqual([sara.device]);
      expect(sara.takeIn(file)).toMatchObject({ isCopy: false, reports: [{ verdict: 'new' }] });
    }
    sara.put(setOf(sara, one.id, [0, 3]));
    for (const file of [sara.introduce(), sara.handIn()]) expect(lead.takeIn(file).reports).toMatchObject([{ verdict: 'new', problems: [] }]);
  });
});
