import { type LabelId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './LabelPanel.module.css';
import { LabelSign } from './LabelSign.tsx';
import { LanePreview } from './LanePreview.tsx';
import panel from './panel.module.css';
import { type Scene } from './scene.ts';

interface LabelPanelProps {
  readonly scene: Scene;
  readonly armed: LabelId | null;
  readonly onLabel: (label: LabelId) => void;
}

/** The labels with their keys. A click does what the key does; the text keeps the focus. */
export function LabelPanel({ scene, armed, onLabel }: LabelPanelProps) {
  const { t, number, language } = useMessages();
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
              <span className={styles.count}>{number(scene.annotations.filter(({ label }) => label === id).length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
