import { describe, expect, it } from 'vitest';
import { frameOf, servedBy } from '../../../../renderer/views/annotate/frame.ts';
import { finding } from '../../../../shared/checks/finding.ts';
import { dams, minister, relation, relationType, scene, toAnnotation, toEntity } from './sample-scene.ts';

const linked = {
  ...scene,
  relations: [relation('r1', 'CUED_BY', 'dams', toAnnotation('said')), relation('r2', 'SAID_BY', 'dams', toAnnotation('minister')), relation('r3', 'SAID_BY', 'dams', toEntity('e2'))],
};

describe('a frame', () => {
  it('has one row for each relation of the Schema that may start here, filled or not', () =>
    expect(frameOf(linked, dams, []).map(({ def, relations }) => [def.type, relations.map(({ id }) => id)])).toEqual([
      ['SAID_BY', ['r2', 'r3']], ['CUED_BY', ['r1']], ['ADDRESSED_TO', []], ['RELAYED_BY', []], ['RESTATES', []],
    ]));

  it('follows another Schema', () => {
    const [, second] = scene.schema.relations;
    const schema = { ...scene.schema, relations: second ? [second] : [] };
    expect(frameOf({ ...linked, schema, relations: [] }, dams, []).map(({ def }) => def.type)).toEqual(['CUED_BY']);
  });

  it('shows a finding in the row that it is about', () => {
    const missing = finding('E3.explicit', [dams.id], { relation: relationType('SAID_BY') });
    const elsewhere = finding('E3.explicit', [minister.id], { relation: relationType('CUED_BY') });
    expect(frameOf(scene, dams, [missing, elsewhere]).map((row) => row.finding)).toEqual([missing, null, null, null, null]);
  });

  it.each([
    ['explicit', null],
    ['implicit', 'ضمنی'],
    ['unknown', 'نامعلوم'],
  ])('says of a source that is %s: %s', (value, words) => {
    const quote = { ...dams, attributes: { source_status: value } };
    expect(frameOf({ ...scene, annotations: [quote] }, quote, [])[0]?.status?.fa ?? null).toBe(words);
  });

  it('is empty for what serves others, and says whom it serves', () => {
    expect(frameOf(linked, minister, [])).toEqual([]);
    expect(servedBy(linked, minister).map((row) => row.map(({ id }) => id))).toEqual([['r2']]);
  });

  it('says once of a speaker in how far all these are theirs', () => {
    const relations = [
      relation('r1', 'SAID_BY', 'dams', toAnnotation('minister')), relation('r2', 'RELAYED_BY', 'road', toAnnotation('minister')), relation('r3', 'SAID_BY', 'road', toAnnotation('minister')),
    ];
    expect(servedBy({ ...scene, relations }, minister).map((row) => row.map(({ id }) => id))).toEqual([['r1', 'r3'], ['r2']]);
  });
});
