import { type Annotation } from '../../../shared/model/annotation.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Translator } from '../../messages/translate.ts';
import { type AnchorChoice, shortQuote } from '../../ui/discussion/anchor-choice.ts';
import { type Interaction } from './mode.ts';
import { annotationIn, relationDefIn, relationsOf, type Scene, targetWords, wordsOf } from './scene.ts';

/**
 * What a word said now may be about, the likeliest first: what is selected, the Annotation that has the focus, its links, the Article.
 * @param set that is shown; `null` before there is one
 */
export function anchorsHere(scene: Scene, { selection, focused }: Pick<Interaction, 'selection' | 'focused'>, set: SetId | null, messages: Pick<Translator, 't' | 'language'>): readonly AnchorChoice[] {
  const annotation = annotationIn(scene, focused);
  return [
    ...(selection ? [aboutRange(scene, selection, messages)] : []),
    ...(annotation && set !== null ? aboutAnnotation(scene, annotation, set, messages) : []),
    { anchor: { kind: 'article' }, label: messages.t('discussion.article') },
  ];
}

function aboutRange({ text }: Scene, span: Span, { t }: Pick<Translator, 't'>): AnchorChoice {
  const quote = text.slice(span.start, span.end);
  return { anchor: { kind: 'range', span, quote }, label: t('discussion.about.range', { quote: shortQuote(quote) }) };
}

function aboutAnnotation(scene: Scene, annotation: Annotation, set: SetId, { t, language }: Pick<Translator, 't' | 'language'>): readonly AnchorChoice[] {
  const quote = wordsOf(scene.text, annotation);
  return [
    { anchor: { kind: 'annotation', set, annotation: annotation.id, quote }, label: t('discussion.about.annotation', { quote: shortQuote(quote) }) },
    ...relationsOf(scene, annotation.id).map((relation): AnchorChoice => {
      const target = targetWords(scene, relation.to) ?? '';
      const label = t('discussion.about.link', { relation: relationDefIn(scene, relation).name[language], target: shortQuote(target) });
      return { anchor: { kind: 'relation', set, relation: relation.id, quote: `${quote} ← ${target}` }, label };
    }),
  ];
}
