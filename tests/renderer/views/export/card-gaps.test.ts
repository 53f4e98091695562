import { describe, expect, it } from 'vitest';
import { cardGaps, labelsToDefine } from '../../../../renderer/views/export/card-gaps.ts';
import { countingOptions } from '../../../../renderer/views/export/choices.ts';
import { guideline } from '../../../../renderer/views/export/export-ground.ts';
import { freshLabel } from '../../../../shared/commands/schema/fresh-label.ts';
import { defaultOptions } from '../../../../shared/dataset/export-options.ts';
import { type ExportPlan } from '../../../../shared/dataset/export-plan.ts';
import { planExport } from '../../../../shared/dataset/plan-export.ts';
import { emptyRelease } from '../../../../shared/dataset/release.ts';
import { cardWords, isKnownToProject } from '../../../../shared/dataset/required-facts.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type LabelId } from '../../../../shared/model/id.ts';
import { type LabelDef } from '../../../../shared/model/schema.ts';
import { goldenCorpus } from '../../../fixtures/golden-corpus.ts';
import { memorySource, nobody, testSecret } from '../../../fixtures/memory-export.ts';
import { wholeRelease } from '../../../fixtures/whole-release.ts';

const everything = { ...defaultOptions, selection: { ...defaultOptions.selection, states: null, sets: { kind: 'everything' } } } as const;

/** As the screen counts it. */
async function counted(whole: Dataset): Promise<ExportPlan> {
  const planned = await planExport(memorySource(whole), countingOptions(everything), { annotator: nobody, secret: testSecret, guideline: guideline() });
  if (planned.outcome !== 'planned') throw new Error('stopped');
  return planned.plan;
}

describe('what the screen asks a person for', () => {
  const event: LabelDef = freshLabel(goldenCorpus.schema, 'EVENT' as LabelId, { fa: 'رویداد', en: 'Event' });
  const schema = { ...goldenCorpus.schema, labels: [...goldenCorpus.schema.labels, event] };
  const own = { ...goldenCorpus, schema };

  it('is every word that the project does not say, and what its own labels mean', async () => {
    expect(labelsToDefine(goldenCorpus.schema)).toEqual([]);
    expect(labelsToDefine(schema)).toEqual([{ label: event, languages: ['fa', 'en'] }]);
    const { missing } = cardGaps(await counted(own), emptyRelease, schema);
    expect(missing).toEqual(expect.arrayContaining(['version', 'date', 'definitions', 'agreement', ...cardWords.filter((word) => !isKnownToProject(word))]));
    expect(missing).not.toContain('guideline');
    expect(missing).not.toContain('publishers');
  });

  it('is nothing more when it is all written, and the export says the same of it', async () => {
    const release = wholeRelease(schema);
    expect(cardGaps(await counted(own), release, schema).missing).toEqual([]);
    const planned = await planExport(memorySource(own), { ...everything, release }, { annotator: nobody, secret: testSecret, guideline: guideline() });
    expect(planned).toMatchObject({ plan: { problems: [] } });
  });

  it('is not asked for a label that the schema explains', () => {
    const explained = { ...schema, labels: schema.labels.map((one) => (one.id === event.id ? { ...one, definition: { fa: 'آنچه رخ داد', en: 'What happened' } } : one)) };
    expect(labelsToDefine(explained)).toEqual([]);
    const half = { ...event, definition: { fa: 'آنچه رخ داد', en: '' } };
    expect(labelsToDefine({ ...schema, labels: [half] })).toEqual([{ label: half, languages: ['en'] }]);
  });
});
