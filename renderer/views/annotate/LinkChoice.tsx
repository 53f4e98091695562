import { type Annotation } from '../../../shared/model/annotation.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { relationsFrom } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import styles from './Inspector.module.css';
import { type Gesture, pressed } from './gesture.ts';
import { KeyButton } from './KeyButton.tsx';
import { LabelSign } from './LabelSign.tsx';
import { mayBeNobody, targetChoice } from './linking.ts';
import { type Interaction, type ModeOf } from './mode.ts';
import { annotationIn, relationsOf, type Scene, targetWords } from './scene.ts';
import { excerpt, relationWords } from './wording.ts';
import { Words } from './Words.tsx';

interface LinkChoiceProps {
  readonly scene: Scene;
  readonly state: Interaction;
  readonly annotation: Annotation;
  readonly onGesture: (gesture: Gesture) => void;
}

const targetLength = 60;

/** The question that is open about the focused Annotation's links, if there is one. */
export function LinkChoice({ scene, state, annotation, onGesture }: LinkChoiceProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const { mode } = state;
  const common = {
    onPick: (index: number) => onGesture({ kind: 'pick', index }),
    onClose: () => onGesture({ kind: 'leave' }),
  };
  if (mode.kind === 'relation') {
    const items = relationsFrom(scene.schema, annotation.label).map(({ type, name }) => ({ id: type, words: name[language] }));
    return <ChoiceList title={t('choice.relation')} items={items} cursor={null} {...common} />;
  }
  if (mode.kind === 'unlink') {
    const items = relationsOf(scene, annotation.id).map((relation) => ({ id: relation.id, words: relationWords(scene, relation, messages) }));
    return <ChoiceList title={t('choice.unlink')} items={items} cursor={null} {...common} />;
  }
  return mode.kind === 'target' ? <TargetChoice scene={scene} state={state} mode={mode} {...common} onGesture={onGesture} /> : null;
}

interface TargetChoiceProps extends Omit<LinkChoiceProps, 'annotation'> {
  readonly mode: ModeOf<'target'>;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
}

function TargetChoice({ scene, state, mode, onPick, onClose, onGesture }: TargetChoiceProps) {
  const { t, language, number } = useMessages();
  const choice = targetChoice(state, scene, mode);
  if (!choice) return null;
  const words = (target: RelationTarget) => {
    const annotation = target.kind === 'annotation' ? annotationIn(scene, target.id) : undefined;
    return (
      <>
        {annotation && <LabelSign schema={scene.schema} label={annotation.label} />}
        <Words>{excerpt(targetWords(scene, target) ?? '', targetLength)}</Words>
      </>
    );
  };
  return (
    <ChoiceList
      title={t('choice.target', { relation: choice.def.name[language] })}
      hint={t('choice.target.hint')}
      items={choice.targets.map((target) => ({ id: target.id, words: words(target) }))}
      cursor={mode.cursor}
      onPick={onPick}
      onClose={onClose}
    >
      <div className={styles.actions}>
        {choice.def.toEntity && (
          <KeyButton
            shortcut="E"
            words={t(mode.among === 'annotation' ? 'choice.entities' : 'choice.annotations')}
            onPress={() => onGesture(pressed('grab-end'))}
          />
        )}
        {mayBeNobody(scene, choice) && (
          <KeyButton shortcut={number(0)} words={t('choice.nobody')} onPress={() => onGesture({ ...pressed('digit'), digit: 0 })} />
        )}
      </div>
    </ChoiceList>
  );
}
