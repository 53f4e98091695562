import { goldKey } from '../../../shared/agreement/compared-article.ts';
import { type PresentPerson } from '../../../shared/agreement/report.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { withShownNames } from '../../messages/person-name.ts';
import { type Translator } from '../../messages/translate.ts';

/** What people of a report are called, by key. */
export function peopleNames(
  { t }: Pick<Translator, 't'>, people: readonly PresentPerson[], annotators: readonly Annotator[], me: AnnotatorId,
): (key: string) => string {
  const nameOf = new Map(withShownNames(annotators, { t }).map(({ id, name }) => [id, name]));
  const personOf = new Map(people.map((person) => [person.key, person]));
  return (key) => {
    if (key === goldKey) return t('agreement.gold');
    const person = personOf.get(key);
    const own = person?.annotator === me ? t('agreement.you') : t('agreement.unnamed');
    // Second markings are nobody who could be chosen, and have a name.
    const name = nameOf.get(person?.annotator ?? (key as AnnotatorId)) || own;
    return t(`agreement.role.${person?.role ?? 'work'}`, { name });
  };
}
