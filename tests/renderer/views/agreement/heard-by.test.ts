import { describe, expect, it } from 'vitest';
import { heardBy, isHeard } from '../../../../renderer/views/agreement/heard-by.ts';
import { usualAgreementChoice } from '../../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../../shared/agreement/metric.ts';
import { type AgreementReport, reckoning } from '../../../../shared/agreement/report.ts';
import { runThrough } from '../../../../shared/agreement/run-through.ts';
import { type SelfAgreement } from '../../../../shared/agreement/self-agreement.ts';
import { slices } from '../../../../shared/codecs/slices.ts';
import { type AnnotatorId } from '../../../../shared/model/id.ts';
import { type RosterRole } from '../../../../shared/model/roster.ts';
import { deskWithGold } from '../../../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../../../fixtures/newsroom.ts';

const me = 'per-colleague-0' as AnnotatorId;

function measured(): AgreementReport {
  const { add, report } = reckoning(newsroomSchema, usualAgreementChoice, { ...defaultParameters, replicates: 0 });
  for (const slice of slices(deskWithGold(6))) runThrough(add(slice));
  const whole = runThrough(report());
  const value = { value: 1, interval: null, n: 2 };
  const selves = whole.compared.map((person): SelfAgreement => ({ person, again: `again-${person}`, articles: [], strict: value, overlap: value }));
  return { ...whole, selves };
}

const whole = measured();
const heard = (role: RosterRole | null): AgreementReport => heardBy(whole, me, new Map(role === null ? [] : [[me, role] as const]));

describe('what of a report is for whoever looks', () => {
  it.each(['lead', null] as const)('whoever leads, and where there is no team list everybody: all of it (%s)', (role) => expect(heard(role)).toEqual(whole));

  it.each(['adjudicator', 'reviewer'] as const)('%s: how colleagues agree, and of work against gold and of second markings their own', (role) => {
    const { quality, selves, ...shared } = heard(role);
    expect(quality.map(({ person }) => person)).toEqual([me]);
    expect(selves.map(({ person }) => person)).toEqual([me]);
    expect({ ...shared, quality: whole.quality, selves: whole.selves }).toEqual(whole);
  });

  it('annotator: the own work against gold and the own second markings, and no number of a colleague', () => {
    const own = heard('annotator');
    expect([own.quality, own.selves].map((all) => all.map(({ person }) => person))).toEqual([[me], [me]]);
    expect(JSON.stringify(own)).not.toMatch(/per-colleague-[12]/);
    expect(own).toMatchObject({ articles: 0, scores: [], pairs: [], cells: [], compared: [], trend: { weeks: [] } });
    expect([isHeard(own), isHeard({ ...own, quality: [], selves: [] })]).toEqual([true, false]);
  });
});
