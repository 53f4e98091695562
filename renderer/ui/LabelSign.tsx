import { type CSSProperties } from 'react';
import { type LabelId } from '../../shared/model/id.ts';
import { labelDef, type Schema } from '../../shared/model/schema.ts';
import { inkOf, tintOf } from './label-colours.ts';
import styles from './LabelSign.module.css';

/** The label's ink and tint for a style sheet; none for a label that is not in the schema. */
export function labelStyle(schema: Schema, label: LabelId): CSSProperties {
  const def = labelDef(schema, label);
  return def ? ({ '--ink': inkOf(def), '--tint': tintOf(def) } as CSSProperties) : {};
}

/** The label's letter on its colour, as generated content: its name stands beside it and is what is read, found and copied. */
export function LabelSign({ schema, label }: { readonly schema: Schema; readonly label: LabelId }) {
  return <span className={styles.sign} style={labelStyle(schema, label)} data-letter={labelDef(schema, label)?.badge} lang="fa" aria-hidden />;
}
