import { Flag, MessageSquarePlus, Trash2, X } from 'lucide-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Attributes } from './Attributes.tsx';
import { type Checking } from './checking.ts';
import { Checks } from './Checks.tsx';
import { EntityChoice } from './EntityChoice.tsx';
import { Frame } from './Frame.tsx';
import styles from './Inspector.module.css';
import { type Gesture, pressed } from './gesture.ts';
import { KeyButton } from './KeyButton.tsx';
import { dispatchMenuCommand } from '../../ui/menu-commands.ts';
import { type AnnotateCommand } from './keys.ts';
import { LabelSign, labelStyle } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { LinkChoice } from './LinkChoice.tsx';
import { type Interaction, type Mode, type Region } from './mode.ts';
import { NoteField } from './NoteField.tsx';
import panel from './panel.module.css';
import { spansToRead } from './read-out.ts';
import { ReadOut } from './ReadOut.tsx';
import { annotationIn, entityIn, labelIn, type Scene } from './scene.ts';
import { wordCount } from './wording.ts';

/** A part of the panel that wants the focus; a new object each time it is asked for. */
export interface FocusRequest {
  readonly region: Region;
}

interface InspectorProps {
  readonly scene: Scene;
  readonly state: Interaction;
  /** Gregorian date of the Article, if it is known. */
  readonly published: string | null;
  readonly checking: Checking;
  readonly request: FocusRequest | null;
  /** The focus is where it was wanted: a panel that is shown again later must not take it once more. */
  readonly onAnswered: () => void;
  readonly onGesture: (gesture: Gesture) => void;
  /** Presses a key where the caret is. */
  readonly onKey: (command: AnnotateCommand) => void;
  /** Back to the text. */
  readonly onLeave: () => void;
}

/** Everything about the focused Annotation, and every way to alter it. */
export const Inspector = memo(({ scene, state, request, onAnswered, onKey, ...common }: InspectorProps) => {
  const { checking, onGesture } = common;
  const { t } = useMessages();
  const root = useRef<HTMLElement>(null);
  const annotation = annotationIn(scene, state.focused);
  const onFocus = useCallback((one: AnnotationId) => onGesture({ kind: 'focus', annotation: one }), [onGesture]);
  useEffect(() => {
    if (!request || request.region === 'text') return;
    root.current?.querySelector<HTMLElement>(`[data-region="${request.region}"]:is(textarea), [data-region="${request.region}"] :is([tabindex="0"], input)`)?.focus();
    onAnswered();
  }, [request, onAnswered]);

  return (
    <aside ref={root} className={styles.inspector} aria-label={t('inspector.title')}>
      <div className={styles.body}>
        {annotation ? (
          <Details key={annotation.id} {...common} scene={scene} mode={state.mode} annotation={annotation} />
        ) : (
          <Nothing scene={scene} onKey={onKey} />
        )}
        <ReadOut text={scene.text} spans={spansToRead(scene, state)} />
      </div>
      <Checks scene={scene} checking={checking} focused={state.focused} onFocus={onFocus} />
    </aside>
  );
});

/** Nothing to inspect: how there comes to be something, and the buttons for it. */
function Nothing({ scene, onKey }: Pick<InspectorProps, 'scene' | 'onKey'>) {
  const { t } = useMessages();
  const isBare = scene.annotations.length === 0 && !scene.readOnly;
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{t(isBare ? 'inspector.bare' : 'inspector.empty')}</h2>
      <p>{t(isBare ? 'inspector.bare.text' : 'inspector.empty.text')}</p>
      {isBare && <KeyButton command="grow" words={t('inspector.bare.take')} onPress={() => onKey('grow')} />}
      {scene.annotations.length > 0 && (
        <>
          <KeyButton command="previous" words={t('keys.previous')} onPress={() => onKey('previous')} />
          <KeyButton command="next" words={t('keys.next')} onPress={() => onKey('next')} />
        </>
      )}
    </div>
  );
}

interface DetailsProps extends Omit<InspectorProps, 'request' | 'state' | 'onAnswered' | 'onKey'> {
  readonly annotation: Annotation;
  readonly mode: Mode;
}

const Details = memo(({ scene, mode, published, checking, annotation, onGesture, onLeave }: DetailsProps) => {
  const { t } = useMessages();
  const common = { scene, annotation, onGesture };
  const isAbout = 'annotation' in mode && mode.annotation === annotation.id;
  return (
    <>
      <Head {...common} />
      <Pieces {...common} />
      {isAbout && mode.kind === 'entity' ? <EntityChoice {...common} onAnswered={onLeave} /> : <EntityLine {...common} />}
      {isAbout && isLinking(mode) ? <LinkChoice {...common} mode={mode} onAnswered={onLeave} /> : <Frame {...common} published={published} checking={checking} onLeave={onLeave} />}
      {labelIn(scene, annotation).attributes.length > 0 && (
        <div className={styles.group}>
          <h3 className={panel.title}>{t('inspector.attributes')}</h3>
          <Attributes {...common} published={published} onLeave={onLeave} />
        </div>
      )}
      <div className={styles.group}>
        <h3 className={panel.title}>{t('inspector.note')}</h3>
        <NoteField
          key={annotation.note}
          note={annotation.note}
          readOnly={scene.readOnly}
          onChange={(note) => onGesture({ kind: 'edit', intent: { name: 'set-note', input: { annotation: annotation.id, note } } })}
          onLeave={onLeave}
        />
      </div>
    </>
  );
});

/** A question about links stands where the links stand. */
const isLinking = ({ kind }: Mode): boolean => kind === 'relation' || kind === 'target' || kind === 'unlink';

interface PartProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  readonly onGesture: (gesture: Gesture) => void;
}

function Head({ scene, annotation, onGesture }: PartProps) {
  const { t, language } = useMessages();
  return (
    <div className={styles.head}>
      <LabelSign schema={scene.schema} label={annotation.label} />
      <h2 className={styles.label}><bdi>{labelIn(scene, annotation).name[language]}</bdi></h2>
      <span className={panel.muted}>{t('annotate.words', { n: wordCount(scene.text, annotation) })}</span>
      <span className={styles.tools}>
        <IconButton icon={MessageSquarePlus} label={t('menu.comment')} command="comment" onClick={() => dispatchMenuCommand('comment')} />
        {!scene.readOnly && (
          <>
            <IconButton icon={Flag} label={t('inspector.flag')} command="flag" pressed={annotation.flagged} onClick={() => onGesture(pressed('flag'))} />
            <IconButton icon={Trash2} label={t('inspector.delete')} command="delete" onClick={() => onGesture(pressed('delete'))} />
          </>
        )}
      </span>
    </div>
  );
}

function Pieces({ scene, annotation, onGesture }: PartProps) {
  const { t } = useMessages();
  const isSplit = annotation.spans.length > 1;
  return (
    <ol className={styles.words} style={labelStyle(scene.schema, annotation.label)} aria-label={t('inspector.pieces')}>
      {annotation.spans.map(({ start, end }, piece) => (
        <li key={start} className={styles.piece}>
          <Words className={styles.pieceText}>{scene.text.slice(start, end)}</Words>
          {isSplit && !scene.readOnly && (
            <IconButton
              icon={X}
              label={t('inspector.piece.remove', { n: piece + 1 })}
              onClick={() => onGesture({ kind: 'edit', intent: { name: 'remove-piece', input: { annotation: annotation.id, piece } } })}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function EntityLine({ scene, annotation, onGesture }: PartProps) {
  const { t } = useMessages();
  if (!labelIn(scene, annotation).entity) return null;
  const entity = entityIn(scene, annotation.entity);
  return (
    <div className={styles.group}>
      <h3 className={panel.title}>{t('inspector.entity')}</h3>
      <div className={styles.relation}>
        {entity ? <Words className={styles.entity}>{entity.name}</Words> : <span className={`${styles.entity} ${panel.muted}`}>{t('inspector.entity.none')}</span>}
        {!scene.readOnly && (
          <KeyButton command="entity" words={t(entity ? 'inspector.entity.change' : 'inspector.entity.set')} onPress={() => onGesture(pressed('entity'))} />
        )}
        {entity && !scene.readOnly && (
          <IconButton
            icon={X}
            label={t('inspector.entity.clear', { entity: entity.name })}
            onClick={() => onGesture({ kind: 'entity', annotation: annotation.id, entity: null })}
          />
        )}
      </div>
    </div>
  );
}
