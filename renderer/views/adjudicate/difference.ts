import { likenessOf } from '../../../shared/compare/marked.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { attributeConflicts } from '../../../shared/review/decide.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { type Translator } from '../../messages/translate.ts';
import { classOf, type ReviewScene } from './scene.ts';

/**
 * How far the readings of a case are apart, in the few characters that a line has room for: how many have it, what each calls it, how much
 * the two that are least alike have in common, or in what else they differ. Empty where there is nothing to say.
 */
export function differenceWords(scene: Pick<ReviewScene, 'schema' | 'readers'>, about: Case, { t, language, number }: Translator): string {
  const { schema, readers } = scene;
  if (readers.length < 2 || about.members.length === 0) return '';
  if (about.missing.length > 0) return t('adjudicate.difference.part', { n: about.members.length, of: readers.length });
  // In the order of their letters, which tells nobody apart.
  const all = readers.flatMap(({ set }) => about.members.find((member) => member.set.id === set.id)?.annotation ?? []);
  const [first] = all;
  const kind = classOf(about);
  if (kind === 'label' || kind === 'both') return [...new Set(all.map(({ label }) => label))].map((label) => isolate(labelDef(schema, label)?.name[language] ?? label)).join('/');
  if (kind === 'boundary') return number(Math.min(...all.flatMap((one, place) => all.slice(place + 1).map((other) => likenessOf(one, other)))), 2);
  if (kind !== 'attributes') return '';
  const [conflict] = attributeConflicts(about);
  if (!conflict) return t('adjudicate.entity');
  return isolate(labelDef(schema, first?.label ?? ('' as never))?.attributes.find(({ id }) => id === conflict.attribute)?.name[language] ?? conflict.attribute);
}
