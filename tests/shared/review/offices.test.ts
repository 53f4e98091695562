import { describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { goldHead } from '../../../shared/model/gold-head.ts';
import { type AnnotatorId, makeId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type RosterRole } from '../../../shared/model/roster.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { seenEvents, seenSets } from '../../../shared/review/blind.ts';
import { isInOffice, leads, rolesIn, settles } from '../../../shared/review/offices.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };
const laptop = (name: string) => new Laptop(name, schema, { dataset: base });

/** A lead, and one colleague who is this on the list. */
function team(role: RosterRole) {
  const [lead, colleague] = [laptop('lead').beginRoster(), laptop('colleague')];
  lead.addDevice(colleague, role);
  return { lead, colleague, roles: rolesIn(lead.events) };
}

const said = (by: AnnotatorId, act: ReviewAct): ReviewEvent => ({ id: makeId('event', `${act.kind}-${by}`), article: article.id, by, at: '2026-01-01T00:00:00.000Z', ...act });
const acts: Readonly<Record<string, ReviewAct>> = {
  'gold-named': { kind: 'gold-named', set: 'set-1' as SetId, turn: 1 },
  ruled: { kind: 'ruled', number: 1, question: null, rule: 'x', examples: [] },
  'reason-added': { kind: 'reason-added', reason: 'own x' },
  'round-closed': { kind: 'round-closed', round: 'x' },
  abandoned: { kind: 'abandoned', annotator: 'per-1' as AnnotatorId, reason: 'x', turn: 1 },
  returned: { kind: 'returned', set: 'set-1' as SetId, seal: '', reason: 'x', turn: 1 },
  accepted: { kind: 'accepted', set: 'set-1' as SetId, seal: '', reason: '', turn: 1 },
  submitted: { kind: 'submitted', set: 'set-1' as SetId, seal: '', turn: 1 },
  commented: { kind: 'commented', thread: null, anchor: { kind: 'article' }, words: 'x', blocking: true },
};

describe('what the roster makes of people', () => {
  it.each([
    ['lead', Object.keys(acts)],
    ['adjudicator', ['returned', 'accepted', 'submitted', 'commented']],
    ['reviewer', ['returned', 'accepted', 'submitted', 'commented']],
    ['annotator', ['submitted', 'commented']],
  ] as const)('of a colleague who is %s these statements count', (role, expected) => {
    const { colleague, roles } = team(role);
    const events = Object.values(acts).map((act) => said(colleague.me.id, act));
    expect(events.filter((event) => isInOffice(roles, event)).map(({ kind }) => kind)).toEqual(expected);
    expect(seenEvents({ me: 'per-else' as AnnotatorId, blind: new Map(), roles }, events, new Set()).map(({ kind }) => kind)).toEqual(expected);
  });

  it('denies nobody anything where there is no roster, nor anybody who is on none', () => {
    const stranger = laptop('stranger');
    const { roles } = team('annotator');
    for (const known of [rolesIn([]), roles])
      for (const act of Object.values(acts)) expect(isInOffice(known, said(stranger.me.id, act))).toBe(true);
    expect([leads(roles, stranger.me.id), settles(roles, stranger.me.id)]).toEqual([true, true]);
  });

  it('counts as soon as the list says otherwise, whatever came first', () => {
    const { lead, colleague } = team('annotator');
    const event = said(colleague.me.id, acts['ruled'] as ReviewAct);
    expect(isInOffice(rolesIn(lead.events), event)).toBe(false);
    lead.changeRoster({ kind: 'set-role', person: colleague.me.id, role: 'lead' });
    expect(isInOffice(rolesIn(lead.events), event)).toBe(true);
    expect(rolesIn(lead.events.toReversed())).toEqual(rolesIn(lead.events));
  });
});

describe('whose work becomes gold', () => {
  const goldOf = ({ me }: Laptop, id: string): AnnotationSet => ({ ...setOf(laptop('x'), article.id, [0, 3]), id: id as SetId, annotator: me.id, role: 'adjudicated' });

  it.each([['annotator', 'set-z'], ['reviewer', 'set-a'], ['adjudicator', 'set-a'], ['lead', 'set-a']] as const)('of a colleague who is %s, the gold set that counts beside the lead’s is %s', (role, expected) => {
    const { lead, colleague, roles } = team(role);
    const sets = seenSets({ me: lead.me.id, blind: new Map(), roles }, [goldOf(lead, 'set-z'), goldOf(colleague, 'set-a')]);
    expect(goldHead(sets, [])?.id).toBe(expected);
  });

  it('an annotator’s own gold stays before their own eyes, and their work before everybody’s', () => {
    const { lead, colleague, roles } = team('annotator');
    const sets = [goldOf(colleague, 'set-a'), setOf(colleague, article.id, [0, 3])];
    expect(seenSets({ me: colleague.me.id, blind: new Map(), roles }, sets)).toEqual(sets);
    expect(seenSets({ me: lead.me.id, blind: new Map(), roles }, sets)).toEqual([sets[1]]);
  });

  it('whoever takes an annotator’s gold in is told that it does not count', () => {
    const { lead, colleague } = team('annotator');
    colleague.put(setOf(colleague, article.id, [0, 3]));
    colleague.put({ ...goldOf(colleague, 'set-a'), status: 'done' });
    const [report] = lead.takeIn(colleague.handIn()).reports;
    expect(report?.problems.map(({ code, severity }) => [code, severity])).toEqual([['bundle-gold-of-annotator', 'warning']]);
    const { lead: other, colleague: judge } = team('adjudicator');
    judge.put(setOf(judge, article.id, [0, 3]));
    judge.put({ ...goldOf(judge, 'set-a'), status: 'done' });
    expect(other.takeIn(judge.handIn()).reports[0]?.problems).toEqual([]);
  });
});
