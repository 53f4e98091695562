import { describe, expect, it } from 'vitest';
import { firstDemand, kindsFor, withRule } from '../../../../renderer/views/schema/new-rule.ts';
import { type Demand } from '../../../../shared/model/stated-rule.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { label, relationType } from '../../../shared/commands/set-context.ts';

describe('a new rule', () => {
  it('can be of each kind that means something for its label, and is sound as it begins', () => {
    for (const { id } of seedSchema.labels) {
      for (const kind of kindsFor(seedSchema, id)) {
        const demand = firstDemand(seedSchema, id, kind);
        const rules = demand && withRule(seedSchema, seedSchema.rules ?? [], id, 'warning', demand);
        expect(validateSchema({ ...seedSchema, rules }), `${id} ${kind}`).toMatchObject({ ok: true });
      }
    }
  });

  it('about an entity is offered for labels that stand for one alone', () =>
    expect(seedSchema.labels.filter(({ id }) => kindsFor(seedSchema, id).includes('entity')).map(({ id }) => id)).toEqual(
      seedSchema.labels.filter(({ entity }) => entity).map(({ id }) => id),
    ));

  it('gets an id that no rule has, and comes last', () => {
    const demand: Demand = { kind: 'words', most: 9 };
    const once = withRule(seedSchema, seedSchema.rules ?? [], label('QUOTE'), 'error', demand);
    const twice = once && withRule(seedSchema, once, label('CUE'), 'error', demand);
    expect(twice?.slice(-2).map(({ id }) => id)).toEqual(['R1', 'R2']);
  });

  it.each<[why: string, Demand]>([
    ['asks for nothing', { kind: 'links', relation: relationType('SAID_BY'), least: 0, most: null, when: null }],
    ['asks for more than it allows', { kind: 'links', relation: relationType('SAID_BY'), least: 3, most: 2, when: null }],
    ['speaks of a relation that does not start there', { kind: 'links', relation: relationType('PROMISED_BY'), least: 1, most: null, when: null }],
  ])('is none where it %s', (_, demand) => expect(withRule(seedSchema, [], label('QUOTE'), 'warning', demand)).toBeNull());
});
