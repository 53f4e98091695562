import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './Columns.module.css';

export interface Column {
  readonly key: string;
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly isThin: boolean;
  /** All that it says, in words. */
  readonly title: string;
}

interface ColumnsProps {
  readonly columns: readonly Column[];
  /** What the chart says as a whole. */
  readonly sentence: string;
  readonly onOpen: (index: number) => void;
}

const [height, top, step, wide] = [120, 8, 34, 22];

/** Values from 0 to 1 in the course of time, the oldest where reading begins; each column opens its cases. */
export function Columns({ columns, sentence, onOpen }: ColumnsProps) {
  const { direction, number } = useMessages();
  const stripes = useId();
  const [cursor, setCursor] = useState(0);
  const isMirrored = direction === 'rtl';
  const [scale, width] = [30, columns.length * step + 30];
  const left = (index: number): number => (isMirrored ? width - scale - (index + 1) * step : scale + index * step) + (step - wide) / 2;
  const y = (value: number): number => top + (1 - Math.max(0, Math.min(1, value))) * height;
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const by = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1, Home: -columns.length, End: columns.length }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onOpen(cursor);
    else if (by !== undefined) {
      const next = Math.max(0, Math.min(columns.length - 1, cursor + by));
      setCursor(next);
      event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-column="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.scroll}>
      <svg role="group" aria-label={sentence} className={styles.chart} width={width} height={height + 2 * top}>
        <defs>
          <pattern id={stripes} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={2} height={5} className={styles.stripe} />
          </pattern>
        </defs>
        <g aria-hidden>
          {[0, 0.5, 1].map((value) => (
            <g key={value}>
              <line x1={isMirrored ? 0 : scale} x2={isMirrored ? width - scale : width} y1={y(value)} y2={y(value)} className={styles.line} />
              <text x={isMirrored ? width - scale / 2 : scale / 2} y={y(value)}>{number(value, 1)}</text>
            </g>
          ))}
        </g>
        {columns.map(({ key, value, interval, isThin, title }, index) => (
          <g
            key={key}
            role="button"
            data-column={index}
            tabIndex={index === Math.min(cursor, columns.length - 1) ? 0 : -1}
            aria-label={title}
            className={styles.column}
            onFocus={() => setCursor(index)}
            onClick={() => onOpen(index)}
            onKeyDown={onKeyDown}
          >
            <title>{title}</title>
            <rect x={left(index) - (step - wide) / 2 + 1} y={top} width={step - 2} height={height} rx={3} className={styles.ground} />
            {value !== null && (
              <rect
                x={left(index)} y={y(value)} width={wide} height={Math.max(1, top + height - y(value))} className={isThin ? styles.thin : styles.value}
                {...(isThin && { fill: `url(#${stripes})` })}
              />
            )}
            {interval && (
              <g className={styles.interval}>
                <line x1={left(index) + wide / 2} x2={left(index) + wide / 2} y1={y(interval[0])} y2={y(interval[1])} />
                <line x1={left(index) + wide / 2 - 4} x2={left(index) + wide / 2 + 4} y1={y(interval[0])} y2={y(interval[0])} />
                <line x1={left(index) + wide / 2 - 4} x2={left(index) + wide / 2 + 4} y1={y(interval[1])} y2={y(interval[1])} />
              </g>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
