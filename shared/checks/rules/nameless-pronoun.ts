import { type Entity } from '../../model/entity.ts';
import { fold } from '../../text/persian.ts';
import { finding } from '../finding.ts';
import { type SetRule } from '../rule.ts';

const pronouns = new Set(['وی', 'او', 'ایشان', 'ان', 'این', 'انها', 'انان', 'من', 'ما', 'شما', 'خود', 'نامبرده', 'he', 'she', 'they', 'it']);

/** An Entity that was made from the mention's own word is called «وی»: that is no name. */
const hasName = (entity: Entity | undefined): boolean =>
  [entity?.name ?? '', ...(entity?.aliases ?? [])].map((one) => fold(one.trim()).text).some((one) => one !== '' && !pronouns.has(one));

/** W5: a pronoun stands for somebody whose name is known. Without any Entity it is E7's. */
export const namelessPronoun: SetRule = {
  needs: { values: [{ label: 'SPEAKER', attribute: 'mention', values: ['pronoun'] }] },
  find: ({ labelled, entities, meant }) => {
    const nameless = new Set([...entities.keys()].filter((id) => !hasName(meant(id))));
    return labelled('SPEAKER')
      .filter(({ attributes, entity }) => attributes['mention'] === 'pronoun' && entity !== null && nameless.has(entity))
      .map(({ id }) => finding('W5.nameless', [id]));
  },
};
