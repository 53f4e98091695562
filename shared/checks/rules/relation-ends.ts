import { checkRelations } from '../../model/check-relations.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

/** E6: relations end where the Schema says, RESTATES keeps the Label, and no chain of it leads back to itself. */
export const relationEnds: SetRule = {
  needs: {},
  find: ({ schema, relations, byId, entities }) => {
    const owners = new Map(relations.map((relation) => [relation.id as string, relation]));
    return checkRelations({ schema, annotations: byId, entities: new Set(entities.keys()) }, relations).map(({ code, place }) => {
      const relation = owners.get(place.record ?? '');
      const holder = relation && byId.has(relation.from) ? [relation.from] : [];
      return finding(code === 'relation-cycle' ? 'E6.circle' : 'E6.ends', holder, { relation: relation?.type ?? null });
    });
  },
};
