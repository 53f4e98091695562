import { relationDef } from '../../../shared/model/schema.ts';
import { type Case, type LinkCase } from '../../../shared/review/settlement.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type Translator } from '../../messages/translate.ts';
import { type AnchorChoice, shortQuote } from '../../ui/discussion/anchor-choice.ts';
import { goldAnnotation, linksOfCase, type ReviewScene, wordsAt } from './scene.ts';

/** What a word said now may be about, the likeliest first: what is selected, the case (in the gold set, or its first reading), its links, the article. */
export function anchorsHere(scene: ReviewScene, about: Case | undefined, selection: Span | null, { t, language }: Pick<Translator, 't' | 'language'>): readonly AnchorChoice[] {
  const { article, schema, settlement } = scene;
  const words = (spans: readonly Span[]): string => wordsAt(article.text, spans);
  const range: readonly AnchorChoice[] = selection
    ? [{ anchor: { kind: 'range', span: selection, quote: words([selection]) }, label: t('discussion.about.range', { quote: shortQuote(words([selection])) }) }]
    : [];
  const gold = about && goldAnnotation(scene, about);
  const [first] = about?.members ?? [];
  const marked = gold && settlement.gold ? { set: settlement.gold.id, annotation: gold } : first ? { set: first.set.id, annotation: first.annotation } : null;
  const annotation: readonly AnchorChoice[] = marked
    ? [{ anchor: { kind: 'annotation', set: marked.set, annotation: marked.annotation.id, quote: words(marked.annotation.spans) }, label: t('discussion.about.annotation', { quote: shortQuote(words(marked.annotation.spans)) }) }]
    : [];
  const links = (about ? linksOfCase(scene, about) : []).flatMap((link): readonly AnchorChoice[] => {
    const [made] = link.members;
    if (!made) return [];
    const target = targetWords(scene, link);
    const quote = `${words(link.from.members[0]?.annotation.spans ?? [])} ← ${target}`;
    const relation = relationDef(schema, link.cluster.type as never)?.name[language] ?? link.cluster.type;
    return [{ anchor: { kind: 'relation', set: made[0], relation: made[1].id as never, quote }, label: t('discussion.about.link', { relation, target: shortQuote(target) }) }];
  });
  return [...range, ...annotation, ...links, { anchor: { kind: 'article' }, label: t('discussion.article') }];
}

/** Where a link leads, in the words of the text or the name of the person. */
export function targetWords({ article, entities }: Pick<ReviewScene, 'article' | 'entities'>, { to, cluster }: LinkCase): string {
  if (to) return wordsAt(article.text, to.members[0]?.annotation.spans ?? []);
  const entity = cluster.to.kind === 'entity' ? cluster.to.id : null;
  return entities.find(({ id }) => id === entity)?.name ?? '';
}
