import { Check, Link2, Link2Off } from 'lucide-react';
import { memo } from 'react';
import { type DecisionReason, decisionReasons } from '../../../shared/model/decided.ts';
import { type EntityId, type RelationId, type SetId } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { labelDef, relationDef } from '../../../shared/model/schema.ts';
import { attributeConflicts } from '../../../shared/review/decide.ts';
import { ownLinks } from '../../../shared/review/link-gold.ts';
import { type Case, goldOf, type LinkCase, type Member, type Standing } from '../../../shared/review/settlement.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { type ShownState } from './CaseQueue.tsx';
import { type AdjudicateCommand } from './keys.ts';
import { targetWords } from './anchors.ts';
import { classWords, readerName } from './case-words.ts';
import { classOf, goldAnnotation, letterIn, linksOfCase, type Reader, type ReviewScene, showsNames, signOf, wordsAt } from './scene.ts';
import { Select } from './Select.tsx';

export interface CaseActs {
  readonly onAccept: (set: SetId) => void;
  readonly onCommand: (command: AdjudicateCommand) => void;
  readonly onAttribute: (attribute: string, value: string | null) => void;
  readonly onEntity: (entity: EntityId | null) => void;
  readonly onLink: (link: LinkCase, isTaken: boolean) => void;
  readonly onReason: (key: string, reason: DecisionReason | null) => void;
  /** A link that whoever settles made by hand goes. */
  readonly onCut: (relation: RelationId) => void;
  readonly onFocus: (key: string) => void;
}

interface CaseInspectorProps extends CaseActs {
  readonly scene: ReviewScene;
  readonly about: Case;
  readonly state: ShownState;
}

/** What each says of a case, and the ways to decide it. */
export function CaseInspector({ scene, about, state, ...acts }: CaseInspectorProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const kind = classOf(about);
  const named = showsNames(scene, about);
  const gold = goldAnnotation(scene, about);
  const links = linksOfCase(scene, about);
  const own = ownLinks(scene.settlement, about);
  return (
    <>
      <p className={styles.about}>
        <span className={styles.class} data-class={kind} data-sign={signOf(scene, about)} aria-hidden />
        <span>{classWords(scene, about, messages)}</span>
        <span className={styles.gap} />
        <span className={styles.muted}>{t(`adjudicate.state.${state}`)}</span>
      </p>
      {about.members.length === 0 && <p className={styles.muted}>{t('adjudicate.nobody')}</p>}
      <ul className={styles.readings} aria-label={t('adjudicate.title')}>
        {scene.readers.map((reader, place) => (
          <Reading
            key={reader.set.id}
            scene={scene}
            reader={reader}
            place={place}
            isNamed={named}
            member={about.members.find(({ set }) => set.id === reader.set.id) ?? null}
            isTaken={about.decision?.item.taken === reader.set.id}
            onAccept={() => acts.onAccept(reader.set.id)}
          />
        ))}
      </ul>
      <Conflicts scene={scene} about={about} onAttribute={acts.onAttribute} onEntity={acts.onEntity} />
      {links.length + own.length > 0 && (
        <section aria-labelledby="case-links">
          <h3 id="case-links" className={styles.heading}>
            {t('adjudicate.links')}
          </h3>
          <ul className={styles.links}>
            {links.map((link) => (
              <LinkLine key={[...link.members].map(([set, { id }]) => `${set} ${id}`).join()} scene={scene} link={link} onLink={acts.onLink} onFocus={acts.onFocus} />
            ))}
            {own.map((relation) => (
              <OwnLink key={relation.id} scene={scene} relation={relation} onCut={acts.onCut} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="case-gold" className={styles.goldBox}>
        <h3 id="case-gold" className={styles.heading}>
          {t(gold ? 'adjudicate.in-gold' : 'adjudicate.not-in-gold')}
        </h3>
        {gold && (
          <p className={styles.reading}>
            <LabelSign schema={scene.schema} label={gold.label} />{' '}
            <span className={styles.muted}>{labelDef(scene.schema, gold.label)?.name[language]}</span>{' '}
            <Words>{wordsAt(scene.article.text, gold.spans)}</Words>
          </p>
        )}
        {about.twin && <p className={styles.muted}>{t('adjudicate.as-in-gold')}</p>}
        {about.decision && about.state === 'decided' && <ReasonChoice about={about} decision={about.decision} onReason={acts.onReason} />}
        {about.decision && about.decision.event.note !== '' && <p dir="auto">{about.decision.event.note}</p>}
      </section>
      <Ways canMerge={about.members.length > 1} isDecided={about.state === 'decided'} isInGold={goldOf(about) !== null} onCommand={acts.onCommand} />
    </>
  );
}

interface ReadingProps {
  readonly scene: ReviewScene;
  readonly reader: Reader;
  readonly place: number;
  readonly isNamed: boolean;
  readonly member: Member | null;
  readonly isTaken: boolean;
  readonly onAccept: () => void;
}

function Reading({ scene, reader, place, isNamed, member, isTaken, onAccept }: ReadingProps) {
  const messages = useMessages();
  const { t, language, number } = messages;
  const isAlone = scene.readers.length === 1;
  const label = member && labelDef(scene.schema, member.annotation.label);
  return (
    <li className={styles.readingBox} data-taken={isTaken}>
      <div className={styles.who}>
        <strong>
          <bdi>{readerName(scene, reader, isNamed, messages)}</bdi>
        </strong>
        <span className={styles.gap} />
        {member && (
          <Button kind={isTaken ? 'primary' : 'secondary'} onClick={onAccept} aria-pressed={isTaken}>
            {isTaken && <Check size={14} aria-hidden />}
            {isAlone ? t('adjudicate.accept.one') : t('adjudicate.accept', { letter: reader.letter })}
            <KeyHint>{place < 9 ? number(place + 1) : ''}</KeyHint>
          </Button>
        )}
      </div>
      {member && label ? (
        <p className={styles.reading}>
          <LabelSign schema={scene.schema} label={label.id} />{' '}
          <span className={styles.muted}>{label.name[language]}</span> <Words>{wordsAt(scene.article.text, member.annotation.spans)}</Words>
        </p>
      ) : (
        <p className={styles.muted}>{t('adjudicate.missing-here')}</p>
      )}
    </li>
  );
}

/** Attributes on which the readings differ: a press takes one value, and the bounds stay. */
function Conflicts({ scene, about, onAttribute, onEntity }: Pick<CaseInspectorProps, 'scene' | 'about' | 'onAttribute' | 'onEntity'>) {
  const { t, language } = useMessages();
  const gold = goldAnnotation(scene, about);
  const label = labelDef(scene.schema, gold?.label ?? about.members[0]?.annotation.label ?? ('' as never));
  const conflicts = attributeConflicts(about).filter(({ attribute }) => label?.attributes.some(({ id }) => id === attribute));
  const entities = new Set(about.members.map(({ annotation }) => annotation.entity));
  if (conflicts.length === 0 && entities.size < 2) return null;
  const nameOf = (attribute: string) => label?.attributes.find(({ id }) => id === attribute);
  const valueName = (attribute: string, value: string | null) =>
    value === null ? t('adjudicate.no-value') : (nameOf(attribute)?.choices.find(({ id }) => id === value)?.name[language] ?? value);
  const letters = (has: (member: Member) => boolean) => about.members.filter(has).map(({ set }) => letterIn(scene, set.id)).join(' ');
  return (
    <table className={styles.conflicts}>
      <tbody>
        {conflicts.map(({ attribute, values }) => (
          <tr key={attribute}>
            <th scope="row">{nameOf(attribute)?.name[language] ?? attribute}</th>
            <td>
              {[...new Set(values.values())].map((value) => (
                <button
                  key={value ?? ''}
                  type="button"
                  className={styles.value}
                  aria-pressed={gold !== undefined && (gold.attributes[attribute] ?? null) === value}
                  aria-label={t('adjudicate.take-value', { value: valueName(attribute, value), attribute: nameOf(attribute)?.name[language] ?? attribute })}
                  onClick={() => onAttribute(attribute, value)}
                >
                  {valueName(attribute, value)} <small>{letters(({ annotation }) => (annotation.attributes[attribute] ?? null) === value)}</small>
                </button>
              ))}
            </td>
          </tr>
        ))}
        {entities.size > 1 && (
          <tr>
            <th scope="row">{t('adjudicate.entity')}</th>
            <td>
              {[...entities].map((entity) => {
                const name = entity === null ? t('adjudicate.no-value') : (scene.entities.find(({ id }) => id === entity)?.name ?? entity);
                return (
                  <button
                    key={entity ?? ''}
                    type="button"
                    className={styles.value}
                    aria-pressed={gold?.entity === entity}
                    aria-label={t('adjudicate.take-value', { value: name, attribute: t('adjudicate.entity') })}
                    onClick={() => onEntity(entity)}
                  >
                    <bdi>{name}</bdi> <small>{letters(({ annotation }) => annotation.entity === entity)}</small>
                  </button>
                );
              })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface LinkLineProps {
  readonly scene: ReviewScene;
  readonly link: LinkCase;
  readonly onLink: CaseActs['onLink'];
  readonly onFocus: CaseActs['onFocus'];
}

function LinkLine({ scene, link, onLink, onFocus }: LinkLineProps) {
  const { t, language } = useMessages();
  const relation = relationDef(scene.schema, link.cluster.type as never)?.name[language] ?? link.cluster.type;
  const target = targetWords(scene, link);
  const to = link.to;
  return (
    <li className={styles.link} data-state={link.state}>
      <button type="button" className={styles.linkWords} disabled={!to} onClick={() => to && onFocus(to.key)}>
        {t('adjudicate.link', { relation, target: target.slice(0, 50) })} <small>{[...link.members.keys()].map((set) => letterIn(scene, set)).sort().join(' ')}</small>
      </button>
      <span className={styles.linkState}>{t(`adjudicate.link.${link.state}`)}</span>
      <IconButton icon={Link2} label={t('adjudicate.link.take')} pressed={link.state === 'taken' || link.state === 'waiting'} onClick={() => onLink(link, true)} />
      <IconButton icon={Link2Off} label={t('adjudicate.link.refuse')} pressed={link.state === 'refused'} onClick={() => onLink(link, false)} />
    </li>
  );
}

/** A link that nobody of those who were compared had made. */
function OwnLink({ scene: { schema, settlement, entities, article }, relation: { id, type, to }, onCut }: Pick<LinkLineProps, 'scene'> & Pick<CaseActs, 'onCut'> & { readonly relation: Relation }) {
  const { t, language } = useMessages();
  const target =
    to.kind === 'entity' ? entities.find((one) => one.id === to.id)?.name : wordsAt(article.text, settlement.gold?.annotations.find((one) => one.id === to.id)?.spans ?? []);
  return (
    <li className={styles.link}>
      <span className={styles.linkWords}>{t('adjudicate.link', { relation: relationDef(schema, type)?.name[language] ?? type, target: (target ?? '').slice(0, 50) })}</span>
      <span className={styles.linkState}>{t('adjudicate.own-link.mine')}</span>
      <IconButton icon={Link2Off} label={t('adjudicate.own-link.cut')} onClick={() => onCut(id)} />
    </li>
  );
}

/** Why it was decided so. What is left out needs a reason; of everything else it is known where somebody took the time. */
function ReasonChoice({ about, decision: { event, item }, onReason }: { readonly about: Case; readonly decision: Standing } & Pick<CaseActs, 'onReason'>) {
  const { t } = useMessages();
  const reasons = decisionReasons.map((value) => ({ value, label: t(`reason.${value}`) }));
  return (
    <Select
      label={t('adjudicate.reason')}
      value={event.reason ?? ''}
      choices={item.gold === null ? reasons : [{ value: '' as const, label: t('adjudicate.reason.none') }, ...reasons]}
      onChoose={(reason) => onReason(about.key, reason === '' ? null : reason)}
    />
  );
}

interface WaysProps {
  readonly canMerge: boolean;
  readonly isDecided: boolean;
  readonly isInGold: boolean;
  readonly onCommand: CaseActs['onCommand'];
}

/** The same for most cases: not drawn anew with each. */
const Ways = memo(({ canMerge, isDecided, isInGold, onCommand }: WaysProps) => {
  const { t } = useMessages();
  const ways: readonly (readonly [AdjudicateCommand, Parameters<typeof t>[0], string, boolean])[] = [
    ['merge-readings', 'adjudicate.merge', 'M', canMerge],
    ['edit-gold', 'adjudicate.edit', 'E', true],
    ['own-link', 'adjudicate.own-link', 'W', isInGold],
    ['reject-readings', 'adjudicate.reject', 'X', true],
    ['defer-case', 'adjudicate.defer', 'S', true],
    ['undecidable-case', 'adjudicate.undecidable', 'U', canMerge],
    ['ask-guideline', 'adjudicate.ask', 'G', true],
    ['comment', 'adjudicate.comment', 'C', true],
    ['same-decision', 'adjudicate.same-text', 'T', isDecided],
  ];
  return (
    <div className={styles.ways}>
      {ways.map(([command, message, key, isEnabled]) => (
        <Button key={command} disabled={!isEnabled} onClick={() => onCommand(command)}>
          {t(message)}
          <KeyHint>{key}</KeyHint>
        </Button>
      ))}
    </div>
  );
});
