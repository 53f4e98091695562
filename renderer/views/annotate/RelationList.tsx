import { Unlink } from 'lucide-react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { relationsFrom } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Inspector.module.css';
import { type Gesture, pressed } from './gesture.ts';
import { KeyButton } from './KeyButton.tsx';
import { LabelSign } from './LabelSign.tsx';
import panel from './panel.module.css';
import { annotationIn, relationDefIn, relationsOf, type Scene, targetWords, wordsOf } from './scene.ts';
import { excerpt } from './wording.ts';
import { Words } from './Words.tsx';

interface RelationListProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  readonly onGesture: (gesture: Gesture) => void;
}

const targetLength = 80;

/** The links that start at the Annotation, those that point at it, and the ways to make one. */
export function RelationList({ scene, annotation, onGesture }: RelationListProps) {
  const { t } = useMessages();
  const canLink = relationsFrom(scene.schema, annotation.label).length > 0;
  const outgoing = relationsOf(scene, annotation.id);
  const incoming = scene.relations.filter(({ to }) => to.kind === 'annotation' && to.id === annotation.id);
  if (!canLink && incoming.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3 className={panel.title}>{t('inspector.relations')}</h3>
      {outgoing.length + incoming.length === 0 && <p className={panel.muted}>{t('inspector.relation.none')}</p>}
      <ul className={styles.relations}>
        {outgoing.map((relation) => (
          <Outgoing key={relation.id} scene={scene} relation={relation} onGesture={onGesture} />
        ))}
        {incoming.map((relation) => (
          <Incoming key={relation.id} scene={scene} relation={relation} onGesture={onGesture} />
        ))}
      </ul>
      {canLink && !scene.readOnly && (
        <div className={styles.actions}>
          <KeyButton shortcut="L" words={t('inspector.link')} onPress={() => onGesture(pressed('link'))} />
          <KeyButton shortcut="R" words={t('inspector.link.other')} onPress={() => onGesture(pressed('relation'))} />
        </div>
      )}
    </div>
  );
}

function Outgoing({ scene, relation, onGesture }: { readonly relation: Relation } & Omit<RelationListProps, 'annotation'>) {
  const { t, language } = useMessages();
  const words = excerpt(targetWords(scene, relation.to) ?? '', targetLength);
  const target = relation.to.kind === 'annotation' ? annotationIn(scene, relation.to.id) : undefined;
  return (
    <li className={styles.relation}>
      <span className={styles.relationName}>{relationDefIn(scene, relation).name[language]}</span>
      {target ? (
        <button
          type="button"
          className={styles.target}
          aria-label={t('inspector.relation.go', { target: words })}
          onClick={() => onGesture({ kind: 'focus', annotation: target.id })}
        >
          <LabelSign schema={scene.schema} label={target.label} />
          <Words>{words}</Words>
        </button>
      ) : (
        <Words className={styles.entity}>{words}</Words>
      )}
      {!scene.readOnly && (
        <IconButton
          icon={Unlink}
          label={t('inspector.relation.cut', { target: words })}
          onClick={() => onGesture({ kind: 'edit', intent: { name: 'unrelate', input: { relation: relation.id } } })}
        />
      )}
    </li>
  );
}

function Incoming({ scene, relation, onGesture }: { readonly relation: Relation } & Omit<RelationListProps, 'annotation'>) {
  const { t, language } = useMessages();
  const from = annotationIn(scene, relation.from);
  if (!from) throw new Error(`relation ${relation.id} starts at annotation ${relation.from}, which is not in the set`);
  const words = excerpt(wordsOf(scene.text, from), targetLength);
  return (
    <li className={styles.relation}>
      <span className={styles.relationName}>{t('inspector.incoming', { relation: relationDefIn(scene, relation).name[language] })}</span>
      <button
        type="button"
        className={styles.target}
        aria-label={t('inspector.relation.go', { target: words })}
        onClick={() => onGesture({ kind: 'focus', annotation: from.id })}
      >
        <LabelSign schema={scene.schema} label={from.label} />
        <Words>{words}</Words>
      </button>
    </li>
  );
}
