import { Check } from 'lucide-react';
import { memo } from 'react';
import { type DecisionReason, reasonWords } from '../../../shared/model/decided.ts';
import { type EntityId, type RelationId, type SetId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { proposedReadings } from '../../../shared/review/decide.ts';
import { reasonsOffered } from '../../../shared/review/reasons.ts';
import { type Case, goldOf, type LinkCase, type Member, type Standing } from '../../../shared/review/settlement.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './AdjudicateView.module.css';
import { CaseConflicts } from './CaseConflicts.tsx';
import { CaseLinks } from './CaseLinks.tsx';
import { type ShownState } from './CaseQueue.tsx';
import { type AdjudicateCommand } from './keys.ts';
import { classWords, readerName } from './case-words.ts';
import { goldAnnotation, lookOf, type Reader, type ReviewScene, showsNames, signOf, wordsAt } from './scene.ts';
import { Select } from '../../ui/Select.tsx';

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
  const named = showsNames(scene, about);
  const gold = goldAnnotation(scene, about);
  const proposed = proposedReadings(scene.settlement, about);
  return (
    <>
      <p className={styles.about}>
        <span className={styles.class} data-class={lookOf(scene, about)} data-sign={signOf(scene, about)} aria-hidden />
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
            isProposed={proposed.has(reader.set.id)}
            onAccept={() => acts.onAccept(reader.set.id)}
          />
        ))}
      </ul>
      <CaseConflicts scene={scene} about={about} onAttribute={acts.onAttribute} onEntity={acts.onEntity} />
      <CaseLinks scene={scene} about={about} onLink={acts.onLink} onCut={acts.onCut} onFocus={acts.onFocus} />
      <section aria-labelledby="case-gold" className={styles.goldBox}>
        <h3 id="case-gold" className={styles.heading}>
          {t(gold ? 'adjudicate.in-gold' : 'adjudicate.not-in-gold')}
        </h3>
        {gold && (
          <p className={styles.reading}>
            <LabelSign schema={scene.schema} label={gold.label} />{' '}
            <span className={styles.muted}><bdi>{labelDef(scene.schema, gold.label)?.name[language]}</bdi></span>{' '}
            <Words>{wordsAt(scene.article.text, gold.spans)}</Words>
          </p>
        )}
        {about.twin && <p className={styles.muted}>{t('adjudicate.as-in-gold')}</p>}
        {about.decision && about.state === 'decided' && <ReasonChoice scene={scene} about={about} decision={about.decision} onReason={acts.onReason} />}
        {about.decision && about.decision.event.note !== '' && <p dir={directionOf(about.decision.event.note)}>{about.decision.event.note}</p>}
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
  /** A link that was accepted leads to it. */
  readonly isProposed: boolean;
  readonly onAccept: () => void;
}

function Reading({ scene, reader, place, isNamed, member, isTaken, isProposed, onAccept }: ReadingProps) {
  const messages = useMessages();
  const { t, language, number } = messages;
  const isAlone = scene.readers.length === 1;
  const label = member && labelDef(scene.schema, member.annotation.label);
  return (
    <li className={styles.readingBox} data-taken={isTaken} data-proposed={isProposed}>
      <div className={styles.who}>
        <strong>{readerName(scene, reader, isNamed, messages)}</strong>
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
          <span className={styles.muted}><bdi>{label.name[language]}</bdi></span> <Words>{wordsAt(scene.article.text, member.annotation.spans)}</Words>
        </p>
      ) : (
        <p className={styles.muted}>{t('adjudicate.missing-here')}</p>
      )}
      {isProposed && <p className={styles.muted}>{t('adjudicate.proposed')}</p>}
    </li>
  );
}

/** Why it was decided so. What is left out needs a reason; of everything else it is known where somebody took the time. */
function ReasonChoice({ scene, about, decision: { event, item }, onReason }: { readonly scene: ReviewScene; readonly about: Case; readonly decision: Standing } & Pick<CaseActs, 'onReason'>) {
  const { t } = useMessages();
  const reasons = reasonsOffered(scene.events).map((value) => ({ value, label: reasonWords(value, t) }));
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
