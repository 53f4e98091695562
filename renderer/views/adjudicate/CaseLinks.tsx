import { Link2, Link2Off } from 'lucide-react';
import { type RelationId } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { relationDef } from '../../../shared/model/schema.ts';
import { ownLinks } from '../../../shared/review/link-gold.ts';
import { type Case, type LinkCase } from '../../../shared/review/settlement.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './AdjudicateView.module.css';
import { targetWords } from './anchors.ts';
import { letterIn, linksOfCase, type ReviewScene, wordsAt } from './scene.ts';

interface CaseLinksProps {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly onLink: (link: LinkCase, isTaken: boolean) => void;
  /** A link that whoever settles made by hand goes. */
  readonly onCut: (relation: RelationId) => void;
  readonly onFocus: (key: string) => void;
}

/** Links that start at the case: the readers', to be settled one by one, and those made here. */
export function CaseLinks({ scene, about, onLink, onCut, onFocus }: CaseLinksProps) {
  const { t } = useMessages();
  const links = linksOfCase(scene, about);
  const own = ownLinks(scene.settlement, about);
  if (links.length + own.length === 0) return null;
  return (
    <section aria-labelledby="case-links">
      <h3 id="case-links" className={styles.heading}>
        {t('adjudicate.links')}
      </h3>
      <ul className={styles.links}>
        {links.map((link) => (
          <LinkLine key={[...link.members].map(([set, { id }]) => `${set} ${id}`).join()} scene={scene} link={link} onLink={onLink} onFocus={onFocus} />
        ))}
        {own.map((relation) => (
          <OwnLink key={relation.id} scene={scene} relation={relation} onCut={onCut} />
        ))}
      </ul>
    </section>
  );
}

interface LinkLineProps extends Pick<CaseLinksProps, 'scene' | 'onLink' | 'onFocus'> {
  readonly link: LinkCase;
}

function LinkLine({ scene, link, onLink, onFocus }: LinkLineProps) {
  const { t, language } = useMessages();
  const relation = relationDef(scene.schema, link.cluster.type as never)?.name[language] ?? link.cluster.type;
  const target = targetWords(scene, link);
  const to = link.to;
  return (
    <li className={styles.link} data-state={link.state}>
      <button type="button" className={styles.linkWords} disabled={!to} onClick={() => to && onFocus(to.key)}>
        {t('adjudicate.link', { relation, target: excerpt(target, 50) })} <small>{[...link.members.keys()].map((set) => letterIn(scene, set)).sort().join(' ')}</small>
      </button>
      <span className={styles.linkState}>{t(`adjudicate.link.${link.state}`)}</span>
      <IconButton icon={Link2} label={t('adjudicate.link.take')} pressed={link.state === 'taken' || link.state === 'waiting'} onClick={() => onLink(link, true)} />
      <IconButton icon={Link2Off} label={t('adjudicate.link.refuse')} pressed={link.state === 'refused'} onClick={() => onLink(link, false)} />
    </li>
  );
}

/** A link that nobody of those who were compared had made. */
function OwnLink({ scene: { schema, settlement, entities, article }, relation: { id, type, to }, onCut }: Pick<CaseLinksProps, 'scene' | 'onCut'> & { readonly relation: Relation }) {
  const { t, language } = useMessages();
  const target =
    to.kind === 'entity' ? entities.find((one) => one.id === to.id)?.name : wordsAt(article.text, settlement.gold?.annotations.find((one) => one.id === to.id)?.spans ?? []);
  return (
    <li className={styles.link}>
      <span className={styles.linkWords}>{t('adjudicate.link', { relation: relationDef(schema, type)?.name[language] ?? type, target: excerpt(target ?? '', 50) })}</span>
      <span className={styles.linkState}>{t('adjudicate.own-link.mine')}</span>
      <IconButton icon={Link2Off} label={t('adjudicate.own-link.cut')} onClick={() => onCut(id)} />
    </li>
  );
}
