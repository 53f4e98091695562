import { type CSSProperties } from 'react';
import { type LabelId } from '../../shared/model/id.ts';
import { labelDef, type Schema } from '../../shared/model/schema.ts';
import styles from './LabelSign.module.css';

/** The label's ink and tint for a style sheet; `setLabelColours` defines both above it. */
export function labelStyle(schema: Schema, label: LabelId): CSSProperties {
  const index = schema.labels.findIndex(({ id }) => id === label);
  return { '--ink': `var(--ink-${index})`, '--tint': `var(--tint-${index})` } as CSSProperties;
}

/** The label's letter on its colour, as generated content: its name stands beside it and is what is read, found and copied. */
export function LabelSign({ schema, label }: { readonly schema: Schema; readonly label: LabelId }) {
  return <span className={styles.sign} style={labelStyle(schema, label)} data-letter={labelDef(schema, label)?.badge} lang="fa" aria-hidden />;
}
