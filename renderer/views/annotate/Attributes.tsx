import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AttributeKindDef, attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './Attributes.module.css';
import { ChoiceChips } from './ChoiceChips.tsx';
import { FollowUpLog } from './FollowUpLog.tsx';
import { type Gesture } from './gesture.ts';
import { labelIn, type Scene } from './scene.ts';
import { TimeField } from './TimeField.tsx';
import { ValueField } from './ValueField.tsx';

interface AttributesProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  /** Gregorian date of the Article, if it is known. */
  readonly published: string | null;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onLeave: () => void;
}

/** One widget for each attribute of the label, by the attribute's kind. */
export function Attributes({ scene, annotation, published, onGesture, onLeave }: AttributesProps) {
  const { language } = useMessages();
  const set = (attribute: string, value: string | null) =>
    onGesture({ kind: 'edit', intent: { name: 'set-attribute', input: { annotation: annotation.id, attribute, value } } });

  const widget = (def: AttributeDef) => {
    const kind: AttributeKindDef = attributeKinds[def.kind];
    const value = annotation.attributes[def.id] ?? null;
    const common = { def, value, readOnly: scene.readOnly };
    // A new value from outside (undo) replaces the draft.
    if (kind.widget === 'time') {
      return <TimeField key={`${def.id} ${value}`} {...common} published={published} onChange={(next) => set(def.id, next)} onLeave={onLeave} />;
    }
    if (kind.widget === 'follow-up') return <FollowUpLog key={def.id} {...common} onChange={(next) => set(def.id, next)} onLeave={onLeave} />;
    if (kind.widget === 'text') {
      return <ValueField key={`${def.id} ${value}`} {...common} onChange={(next) => set(def.id, next)} onLeave={onLeave} />;
    }
    return (
      <div key={def.id} className={styles.attribute}>
        <span className={styles.name} aria-hidden>
          <bdi>{def.name[language]}</bdi>
        </span>
        <ChoiceChips {...common} isOpen={def.kind === 'option'} onChoose={(next) => set(def.id, next)} />
      </div>
    );
  };
  return <div className={styles.attributes} data-region="attributes">{labelIn(scene, annotation).attributes.map(widget)}</div>;
}
