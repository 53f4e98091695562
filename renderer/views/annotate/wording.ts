import { type Language } from '../../../shared/bridge.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { readFollowUps } from '../../../shared/model/follow-up.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type Bilingual } from '../../../shared/model/schema.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { type MessageValues, type Translator } from '../../messages/translate.ts';
import { type Counts } from './check-list.ts';
import { isNobodys } from './linking.ts';
import { type WordValues } from './mode.ts';
import { entityIn, labelIn, relationDefIn, relationsOf, type Scene, targetWords, wordsOf } from './scene.ts';
import { resolvedWords } from './time-words.ts';

/** Names of the Schema in the interface's language. */
export function inLanguage(values: WordValues, language: Language): MessageValues {
  const word = (value: string | number | Bilingual): string | number => (typeof value === 'object' ? value[language] : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, word(value)]));
}

/** Words and numbers in the Annotation's pieces; punctuation is not counted. */
export const wordCount = (text: string, { spans }: Annotation): number =>
  spans.reduce((sum, { start, end }) => sum + tokens(text.slice(start, end)).filter(({ kind }) => kind === 'word').length, 0);

/** What is told of a target when it stands inside a sentence. */
const targetLength = 40;
/** What is told of it in the narrow column of names. */
const servedLength = 24;

export function relationWords(scene: Scene, relation: Relation, { t, language }: Translator): string {
  const target = excerpt(targetWords(scene, relation.to) ?? '', targetLength);
  return t('annotate.related', { relation: relationDefIn(scene, relation).name[language], target });
}

/** What there is to know about an Annotation besides its label, each in its own words. */
export function about(scene: Scene, annotation: Annotation, translator: Translator): readonly string[] {
  const { t } = translator;
  const entity = entityIn(scene, annotation.entity);
  const parts: readonly (string | false)[] = [
    t('annotate.words', { n: wordCount(scene.text, annotation) }),
    annotation.spans.length > 1 && t('annotate.pieces.count', { n: annotation.spans.length }),
    isNobodys(scene, annotation) && t('annotate.nobodys'),
    ...relationsOf(scene, annotation.id).map((relation) => relationWords(scene, relation, translator)),
    entity !== undefined && isolate(entity.name),
    annotation.flagged && t('annotate.flag.sign'),
    annotation.note !== '' && t('annotate.has-note'),
  ];
  return parts.filter((part) => part !== false);
}

const labelName = (scene: Scene, annotation: Annotation, { language }: Translator): string => isolate(labelIn(scene, annotation).name[language]);

/** «نقل‌قول، ۱۴ واژه، گفتهٔ وزیر نیرو»: the Annotation as it is told to someone who does not see it. */
export const description = (scene: Scene, annotation: Annotation, translator: Translator): string =>
  [labelName(scene, annotation, translator), ...about(scene, annotation, translator)].join(translator.t('annotate.separator'));

/** «حالت: غیرمستقیم»: what an attribute says now, as it is told when it was changed. `published` is the Gregorian date of the Article, if it is known. */
export function attributeWords(scene: Scene, annotation: Annotation, attribute: string, published: string | null, translator: Translator): string {
  const { t, language } = translator;
  const def = labelIn(scene, annotation).attributes.find(({ id }) => id === attribute);
  if (!def) throw new Error(`label ${annotation.label} has no attribute ${attribute}`);
  const name = def.name[language];
  const value = annotation.attributes[attribute];
  if (value === undefined) return t('annotate.attribute.cleared', { name });
  switch (attributeKinds[def.kind].widget) {
    case 'choice':
      return t('annotate.attribute', { name, value: def.choices.find(({ id }) => id === value)?.name[language] ?? value });
    case 'text':
      return t('annotate.attribute', { name, value });
    case 'time':
      return t('annotate.attribute', { name, value: resolvedWords(value, published, translator) });
    case 'follow-up':
      return t('follow-up.summary', { name, n: readFollowUps(value)?.length ?? 0 });
  }
}

/** «گفتهٔ «وزیر نیرو»»: what something is to that which it is linked to; beside it stand its words. */
export function servedWords(scene: Scene, relation: Relation, { t, language }: Translator): string {
  const target = excerpt(targetWords(scene, relation.to) ?? '', servedLength);
  return t('inspector.incoming', { relation: relationDefIn(scene, relation).name[language], target });
}

/** A line of the list of Annotations, as it is told: what it is, what it says, what is known about it, what is wrong with it. */
export const listLine = (scene: Scene, annotation: Annotation, { errors, warnings }: Counts, translator: Translator): string =>
  [
    labelName(scene, annotation, translator),
    `«${isolate(excerpt(wordsOf(scene.text, annotation), 60))}»`,
    ...about(scene, annotation, translator),
    ...(errors + warnings > 0 ? [translator.t('checks.counts', { errors, warnings })] : []),
  ].join(translator.t('annotate.separator'));
