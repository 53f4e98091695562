import { type Annotation } from '../../../shared/model/annotation.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { relationsFrom } from '../../../shared/model/schema.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import styles from './Inspector.module.css';
import { drawnOption } from './EntityChoice.tsx';
import { chosenTarget, sourceOptions } from './entity-options.ts';
import { type Gesture, pressed } from './gesture.ts';
import { KeyButton } from './KeyButton.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { NameCombobox } from '../../ui/NameCombobox.tsx';
import { Words } from '../../ui/Words.tsx';
import { hasMention, mayBeNobody, targetChoice } from './linking.ts';
import { type Mode, type ModeOf } from './mode.ts';
import { annotationIn, relationsOf, type Scene, targetWords } from './scene.ts';
import { relationWords } from './wording.ts';

interface LinkChoiceProps {
  readonly scene: Scene;
  readonly mode: Mode;
  readonly annotation: Annotation;
  readonly onGesture: (gesture: Gesture) => void;
  /** As of `EntityChoice`. */
  readonly onAnswered: () => void;
}

const targetLength = 60;

/** The question that is open about the focused Annotation's links, if there is one. */
export function LinkChoice({ scene, mode, annotation, onGesture, onAnswered }: LinkChoiceProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const common = {
    onPick: (index: number) => onGesture({ kind: 'pick', index }),
    onClose: () => onGesture({ kind: 'leave' }),
  };
  if (mode.kind === 'relation') {
    const items = relationsFrom(scene.schema, annotation.label).map(({ type, name }) => ({ id: type, words: <bdi>{name[language]}</bdi> }));
    return <ChoiceList title={t('choice.relation')} items={items} cursor={null} {...common} />;
  }
  if (mode.kind === 'unlink') {
    const items = relationsOf(scene, annotation.id).map((relation) => ({ id: relation.id, words: relationWords(scene, relation, messages) }));
    return <ChoiceList title={t('choice.unlink')} items={items} cursor={null} {...common} />;
  }
  return mode.kind === 'target' ? <TargetChoice scene={scene} mode={mode} {...common} onGesture={onGesture} onAnswered={onAnswered} /> : null;
}

interface TargetChoiceProps extends Omit<LinkChoiceProps, 'annotation' | 'mode'> {
  readonly mode: ModeOf<'target'>;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
}

function TargetChoice({ scene, mode, onPick, onClose, onGesture, onAnswered }: TargetChoiceProps) {
  const { t, language, number } = useMessages();
  const choice = targetChoice(scene, mode);
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
  const title = t('choice.target', { relation: choice.def.name[language] });
  const nobody = mayBeNobody(scene, choice) ? () => onGesture({ ...pressed('digit'), digit: 0 }) : undefined;
  const other = mode.among === 'annotation' ? choice.def.toEntity : hasMention(scene, choice);
  const switchOver = () => onGesture(pressed('grab-end'));
  const actions = (
    <div className={styles.actions}>
      {other && mode.among === 'annotation' && <KeyButton command="grab-end" words={t('choice.entities')} onPress={switchOver} />}
      {other && mode.among === 'entity' && (
        // No key of its own: whatever is pressed belongs to the name.
        <Button kind="quiet" onMouseDown={(event) => event.preventDefault()} onClick={switchOver}>
          {t('choice.annotations')}
        </Button>
      )}
      {nobody && <KeyButton command={{ digit: number(0) }} words={t('choice.nobody')} onPress={nobody} />}
    </div>
  );
  if (mode.among === 'entity') {
    return (
      <NameCombobox
        title={title}
        options={(typed) => sourceOptions(scene, choice, typed).map(drawnOption)}
        onPick={({ option }) => {
          onGesture({ kind: 'link', to: chosenTarget(option) });
          onAnswered();
        }}
        {...(nobody && {
          onNobody: () => {
            nobody();
            onAnswered();
          },
        })}
        onBack={() => onGesture(pressed('back'))}
        onLeave={onClose}
      >
        {actions}
      </NameCombobox>
    );
  }
  return (
    <ChoiceList
      title={title}
      hint={t('choice.target.hint')}
      items={choice.targets.map((target) => ({ id: target.id, words: words(target) }))}
      cursor={mode.cursor}
      onPick={onPick}
      onClose={onClose}
    >
      {actions}
    </ChoiceList>
  );
}
