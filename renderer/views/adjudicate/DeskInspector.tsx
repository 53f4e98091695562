import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { leads, settles } from '../../../shared/review/offices.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './AdjudicateView.module.css';
import { CaseInspector } from './CaseInspector.tsx';
import { stateOf } from './CaseQueue.tsx';
import { Discussion } from './Discussion.tsx';
import { newKey } from './editing.ts';
import { Adding, Editing } from './GoldForm.tsx';
import { GoldHead } from './GoldHead.tsx';
import { History } from './History.tsx';
import { type AdjudicateCommand } from './keys.ts';
import { type ReviewScene } from './scene.ts';
import { type CaseList } from './use-case-list.ts';
import { type DeskActs } from './use-desk-acts.ts';
import { type DeskLook, type Tab } from './use-desk-look.ts';
import { type GoldForm } from './use-gold-form.ts';

interface DeskInspectorProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly projectName: string;
  /** Of everybody who settled the Article. */
  readonly golds: readonly AnnotationSet[];
  readonly list: CaseList;
  readonly form: GoldForm;
  readonly look: DeskLook;
  readonly acts: DeskActs;
  readonly onCommand: (command: AdjudicateCommand) => void;
  readonly onJump: (to: Span) => void;
}

/** Beside the text: the case at hand or the form that is being made of it, what is said about the Article, or how its gold set came about. */
export function DeskInspector({ store, scene, projectName, golds, list: { about, focused, settled, focus }, form, look, acts, onCommand, onJump }: DeskInspectorProps) {
  const { t } = useMessages();
  const { draft, adding } = form;
  const { tab } = look;
  const roles = useLive(() => store.roles(), [store]);
  const isLead = roles !== undefined && leads(roles, scene.by);
  return (
    <aside className={styles.inspector} aria-label={t('adjudicate.inspector')}>
      {roles && !settles(roles, scene.by) && (
        <p role="note" className={styles.noOffice}>
          {t('adjudicate.no-office')}
        </p>
      )}
      <ChoiceGroup<Tab>
        label={t('adjudicate.inspector')}
        isLabelHidden
        value={tab}
        choices={[
          { value: 'case', label: t('adjudicate.case') },
          { value: 'discussion', label: t('discussion.title') },
          { value: 'history', label: t('audit.title') },
        ]}
        onChoose={look.setTab}
      />
      {tab === 'discussion' && (
        <Discussion
          store={store}
          scene={scene}
          onJump={onJump}
          onResolve={acts.resolve}
          onAnswer={({ first }) => look.ask({ kind: 'comment', anchors: [{ anchor: first.anchor, label: '' }], thread: first.id })}
          {...(isLead && { onRule: (question: EventId) => look.ask({ kind: 'rule', question }) })}
        />
      )}
      {tab === 'history' && <GoldHead scene={scene} golds={golds} onName={isLead ? acts.nameGold : null} />}
      {tab === 'history' && <History store={store} scene={scene} projectName={projectName} onPast={look.setPast} />}
      {adding && <Adding span={adding} scene={scene} onLabel={form.label} />}
      {draft && (draft.key === focused || draft.key === newKey) && <Editing draft={draft} scene={scene} onKeep={() => onCommand('keep-edit')} onDraft={form.set} />}
      {about && !adding && draft?.key !== newKey && tab === 'case' && (
        <CaseInspector
          scene={scene}
          about={about}
          state={stateOf(about, settled)}
          onAccept={acts.accept}
          onCommand={onCommand}
          onAttribute={acts.settleAttribute}
          onEntity={acts.settleEntity}
          onReason={acts.giveReason}
          onLink={acts.settleLink}
          onCut={acts.cutOwn}
          onFocus={focus}
        />
      )}
    </aside>
  );
}
