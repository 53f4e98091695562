import { memo, useMemo } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './LabelPanel.module.css';
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
  const { t, number, language } = useMessages();
  const counts = useMemo(() => countsByLabel(scene.annotations), [scene.annotations]);
  return (
    <section className={panel.section} aria-labelledby="annotate-labels">
      <h2 id="annotate-labels" className={panel.title}>
        {t('annotate.labels')}
      </h2>
      <ul className={styles.list}>
        {scene.schema.labels.map(({ id, key, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.label}
              aria-pressed={armed === id}
              disabled={scene.readOnly}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onLabel(id)}
            >
              <kbd className={panel.key}>{key === null ? '' : number(key)}</kbd>
              <LabelSign schema={scene.schema} label={id} />
              <span className={styles.name}>{name[language]}</span>
              <LanePreview schema={scene.schema} label={id} />
              <span className={styles.count}>{number(counts.get(id) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});

function countsByLabel(annotations: readonly Annotation[]): ReadonlyMap<LabelId, number> {
  const counts = new Map<LabelId, number>();
  for (const { label } of annotations) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
