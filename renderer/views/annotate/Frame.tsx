import { Plus, Unlink, User } from 'lucide-react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useKeyText } from '../../ui/KeyChoicesProvider.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Checking } from './checking.ts';
import { SeverityIcon } from './Checks.tsx';
import styles from './Frame.module.css';
import { frameOf, type FrameRow, servedBy, type ServedRow } from './frame.ts';
import { type Gesture, pressed } from './gesture.ts';
import { digitsReach } from './link-candidates.ts';
import panel from './panel.module.css';
import { annotationIn, labelIn, type Scene, targetWords, wordsOf } from './scene.ts';
import { timeDefOf } from './time-words.ts';
import { TimeField } from './TimeField.tsx';
import { useFindingsAbout } from './use-checks.ts';
import { servedWords } from './wording.ts';

interface FrameProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  /** Gregorian date of the Article, if it is known. */
  readonly published: string | null;
  readonly checking: Checking;
  readonly onGesture: (gesture: Gesture) => void;
  /** Back to the text. */
  readonly onLeave: () => void;
}

const targetLength = 80;

/** The parts of a quote or a commitment, those that are missing too; and for what serves others, whom it serves. */
export function Frame({ scene, annotation, published, checking, onGesture, onLeave }: FrameProps) {
  const { t } = useMessages();
  const findings = useFindingsAbout(checking, annotation.id);
  const rows = frameOf(scene, annotation, findings);
  const served = servedBy(scene, annotation);
  if (rows.length === 0 && served.length === 0) return null;
  return (
    <section className={styles.frame} aria-label={t('frame.title')}>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.def.type} row={row} scene={scene} published={published} onGesture={onGesture} onLeave={onLeave} />
        ))}
        {served.map((row) => (
          <Served key={row[0].type} scene={scene} row={row} onGesture={onGesture} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<FrameProps, 'scene' | 'published' | 'onGesture' | 'onLeave'> {
  readonly row: FrameRow;
}

function Row({ row: { def, index, relations, status, finding }, scene, published, onGesture, onLeave }: RowProps) {
  const { t, language, number } = useMessages();
  const keyText = useKeyText();
  const name = def.name[language];
  const start = () => {
    onGesture(pressed(index === 0 ? 'link' : 'relation'));
    if (index > 0) onGesture({ kind: 'pick', index });
  };
  const keys = index === 0 ? [keyText('link')] : index < digitsReach ? [keyText('relation'), number(index + 1)] : [];
  const isEmpty = relations.length === 0;
  return (
    <li className={styles.row} data-severity={finding?.severity}>
      <span className={styles.name}><bdi>{name}</bdi></span>
      <div className={styles.parts}>
        {relations.map((relation) => (
          <Part key={relation.id} scene={scene} relation={relation} onGesture={onGesture} />
        ))}
        {isEmpty && scene.readOnly && <span className={panel.muted}>{t('frame.none')}</span>}
        {isEmpty && !scene.readOnly && (
          <Button kind="quiet" className={styles.link} onMouseDown={(event) => event.preventDefault()} onClick={start}>
            <VisuallyHidden><bdi>{name}</bdi></VisuallyHidden>
            {keys.map((key) => (
              <KeyHint key={key}>
                {key}
              </KeyHint>
            ))}
            <span className={panel.muted}>{t('frame.empty')}</span>
          </Button>
        )}
      </div>
      {status && <span className={styles.status}><bdi>{status[language]}</bdi></span>}
      {finding && <SeverityIcon finding={finding} />}
      {!isEmpty && !scene.readOnly && <IconButton icon={Plus} label={t('frame.another', { relation: name })} onClick={start} />}
      {relations.map((relation) => (
        <Time key={relation.id} scene={scene} relation={relation} published={published} onGesture={onGesture} onLeave={onLeave} />
      ))}
    </li>
  );
}

/** The time that the relation's target says, altered here as it is there: a commitment is settled in one place. */
function Time({ scene, relation: { to }, published, onGesture, onLeave }: Omit<RowProps, 'row'> & Pick<PartProps, 'relation'>) {
  const target = to.kind === 'annotation' ? annotationIn(scene, to.id) : undefined;
  const def = target && timeDefOf(labelIn(scene, target));
  if (!target || !def) return null;
  const value = target.attributes[def.id] ?? null;
  return (
    <div className={styles.time}>
      <TimeField
        // A new value from outside (undo) replaces the draft.
        key={value}
        def={def}
        value={value}
        published={published}
        readOnly={scene.readOnly}
        onChange={(next) => onGesture({ kind: 'edit', intent: { name: 'set-attribute', input: { annotation: target.id, attribute: def.id, value: next } } })}
        onLeave={onLeave}
      />
    </div>
  );
}

interface PartProps extends Pick<FrameProps, 'scene' | 'onGesture'> {
  readonly relation: Relation;
}

/** What the relation points at: pressed, it leads there; beside it the way to cut it. */
function Part({ scene, relation, onGesture }: PartProps) {
  const { t } = useMessages();
  const words = excerpt(targetWords(scene, relation.to) ?? '', targetLength);
  const target = relation.to.kind === 'annotation' ? annotationIn(scene, relation.to.id) : undefined;
  return (
    <div className={styles.part}>
      {target ? (
        <Target scene={scene} annotation={target} words={words} onGesture={onGesture} />
      ) : (
        <span className={styles.entity}>
          <User size={16} strokeWidth={1.75} role="img" aria-label={t('inspector.entity')} />
          <Words>{words}</Words>
        </span>
      )}
      {!scene.readOnly && (
        <IconButton
          icon={Unlink}
          label={t('inspector.relation.cut', { target: words })}
          onClick={() => onGesture({ kind: 'edit', intent: { name: 'unrelate', input: { relation: relation.id } } })}
        />
      )}
    </div>
  );
}

interface TargetProps extends Pick<FrameProps, 'scene' | 'annotation' | 'onGesture'> {
  readonly words: string;
}

function Target({ scene, annotation, words, onGesture }: TargetProps) {
  const { t } = useMessages();
  return (
    <button
      type="button"
      className={styles.target}
      aria-label={t('inspector.relation.go', { target: words })}
      onClick={() => onGesture({ kind: 'focus', annotation: annotation.id })}
    >
      <LabelSign schema={scene.schema} label={annotation.label} />
      <Words>{words}</Words>
    </button>
  );
}

/** @throws if a relation starts nowhere: `servedBy` gives those of the set. */
function Served({ scene, row, onGesture }: Pick<FrameProps, 'scene' | 'onGesture'> & { readonly row: ServedRow }) {
  const messages = useMessages();
  return (
    <li className={styles.row}>
      <span className={styles.name}>{servedWords(scene, row[0], messages)}</span>
      <div className={styles.parts}>
        {row.map(({ id, from }) => {
          const source = annotationIn(scene, from);
          if (!source) throw new Error(`relation ${id} starts at annotation ${from}, which is not in the set`);
          return <Target key={id} scene={scene} annotation={source} words={excerpt(wordsOf(scene.text, source), targetLength)} onGesture={onGesture} />;
        })}
      </div>
    </li>
  );
}
