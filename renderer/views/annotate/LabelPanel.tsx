import { memo, useMemo } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type LabelDef, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './LabelPanel.module.css';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { LanePreview } from '../../editor/LanePreview.tsx';
import panel from './panel.module.css';
import { type Scene } from './scene.ts';

interface LabelPanelProps {
  readonly scene: Scene;
  readonly armed: LabelId | null;
  readonly onLabel: (label: LabelId) => void;
}

/** The labels with their keys. A click does what the key does; the text keeps the focus. */
export const LabelPanel = memo(({ scene, armed, onLabel }: LabelPanelProps) => {
  const { t } = useMessages();
  const counts = useMemo(() => countsByLabel(scene.annotations), [scene.annotations]);
  return (
    <section className={panel.section} aria-labelledby="annotate-labels">
      <h2 id="annotate-labels" className={panel.title}>
        {t('annotate.labels')}
      </h2>
      <ul className={styles.list}>
        {scene.schema.labels.map((def) => (
          <LabelLine
            key={def.id}
            schema={scene.schema}
            def={def}
            count={counts.get(def.id) ?? 0}
            isArmed={armed === def.id}
            readOnly={scene.readOnly}
            onLabel={onLabel}
          />
        ))}
      </ul>
    </section>
  );
});

interface LabelLineProps extends Pick<LabelPanelProps, 'onLabel'> {
  readonly schema: Schema;
  readonly def: LabelDef;
  readonly count: number;
  readonly isArmed: boolean;
  readonly readOnly: boolean;
}

/** By itself: one key alters the count of one label. */
const LabelLine = memo(({ schema, def: { id, key, name }, count, isArmed, readOnly, onLabel }: LabelLineProps) => {
  const { number, language } = useMessages();
  return (
    <li>
      <button
        type="button"
        className={styles.label}
        aria-pressed={isArmed}
        disabled={readOnly}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onLabel(id)}
      >
        <KeyHint>{key === null ? '' : number(key)}</KeyHint>
        <LabelSign schema={schema} label={id} />
        <span className={styles.name}><bdi>{name[language]}</bdi></span>
        <LanePreview schema={schema} label={id} />
        <span className={styles.count}>{number(count)}</span>
      </button>
    </li>
  );
});

function countsByLabel(annotations: readonly Annotation[]): ReadonlyMap<LabelId, number> {
  const counts = new Map<LabelId, number>();
  for (const { label } of annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
