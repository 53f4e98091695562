import { type Annotation } from '../../../shared/model/annotation.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { NameCombobox, type NameOption } from '../../ui/NameCombobox.tsx';
import { type EntityOption, entityOptions } from './entity-options.ts';
import { type Gesture, pressed } from './gesture.ts';
import { type Scene } from './scene.ts';
import { chosenEntity } from './who.ts';

interface EntityChoiceProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  readonly onGesture: (gesture: Gesture) => void;
  /** The focus goes back where it came from, even while the answer still waits for the store: the next key is not for the field. */
  readonly onAnswered: () => void;
}

/** Whom the mention stands for. */
export function EntityChoice({ scene, annotation, onGesture, onAnswered }: EntityChoiceProps) {
  const { t } = useMessages();
  return (
    <NameCombobox
      title={t('choice.entity')}
      options={(typed) => entityOptions(scene, annotation, typed).map(drawnOption)}
      onPick={({ option }) => {
        onGesture({ kind: 'entity', annotation: annotation.id, entity: chosenEntity(annotation, option) });
        onAnswered();
      }}
      onBack={() => onGesture(pressed('back'))}
      onLeave={() => onGesture({ kind: 'leave' })}
    />
  );
}

/** An option as the field lists it. */
export interface DrawnOption extends NameOption {
  readonly option: EntityOption;
}

export const drawnOption = (option: EntityOption): DrawnOption =>
  option.kind === 'known'
    ? { key: option.entity.id, name: option.entity.name, alias: option.alias, option }
    : { key: 'new', name: option.name, alias: null, isNew: true, option };
