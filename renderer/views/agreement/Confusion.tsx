import { type KeyboardEvent, useId, useState } from 'react';
import { type CaseQuery } from '../../../shared/agreement/found-case.ts';
import { confusionMatrix } from '../../../shared/agreement/confusion.ts';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { labelStyle } from '../../ui/LabelSign.tsx';
import styles from './Confusion.module.css';
import { type ReportPartProps } from './Report.tsx';

/** CSS pixels. */
const [cellWidth, cellHeight, headWidth, headHeight] = [44, 32, 32, 32];
const everybody = 'everybody';

/**
 * Who called what what: rows are one person's, columns the other's. Drawn by places of our own, since SVG turns anchors of text round in a
 * right-to-left page and nothing else: the first column stands where reading begins.
 */
export function Confusion({ schema, report: { cells, pairs }, nameOf, onOpen }: ReportPartProps) {
  const { t, language, direction, number } = useMessages();
  const stripes = useId();
  const [who, setWho] = useState(everybody);
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const people: CaseQuery['people'] = pairs.find((pair) => pair.people.join('\t') === who)?.people ?? null;
  const { labels, counts } = confusionMatrix(cells, schema.labels.map(({ id }) => id), people);
  const isMirrored = direction === 'rtl';
  const width = headWidth + labels.length * cellWidth;
  const left = (column: number): number => (isMirrored ? width - headWidth - (column + 1) * cellWidth : headWidth + column * cellWidth);
  const nameOfLabel = (label: string | null): string =>
    (label === null ? t('agreement.confusion.nothing') : (labelDef(schema, label as LabelId)?.name[language] ?? label));
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  /** Of everybody together each case stands in both directions, so that on the diagonal it stands twice. */
  const casesAt = (row: number, column: number): number => (people === null && row === column ? at(row, column) / 2 : at(row, column));
  const all = labels.map((_, row) => labels.map((__, column) => casesAt(row, column)));
  const most = { same: Math.max(1, ...all.map((line, row) => line[row] ?? 0)), different: Math.max(1, ...all.flatMap((line, row) => line.filter((_, column) => column !== row))) };
  const same = all.reduce((sum, line, row) => sum + (line[row] ?? 0), 0);
  const different = all.reduce((sum, line, row) => sum + line.reduce((part, count, column) => part + (column === row || (people === null && column < row) ? 0 : count), 0), 0);
  const open = (row: number, column: number): void => {
    const [a, b] = [labels[row] ?? null, labels[column] ?? null];
    if (casesAt(row, column) === 0) return;
    onOpen({ title: t('agreement.cases.cell', { a: nameOfLabel(a), b: nameOfLabel(b) }), query: { about: { kind: 'cell', cell: { a, b } }, people } });
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    const ahead = isMirrored ? -1 : 1;
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, ahead], ArrowLeft: [0, -ahead] }[event.key];
    if (event.key === 'Enter' || event.key === ' ') open(cursor.row, cursor.column);
    else if (step) {
      const within = (place: number): number => Math.max(0, Math.min(labels.length - 1, place));
      const next = { row: within(cursor.row + (step[0] ?? 0)), column: within(cursor.column + (step[1] ?? 0)) };
      setCursor(next);
      event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const head = (label: string | null, x: number, y: number) => (
    <g {...(label !== null && { style: labelStyle(schema, label as LabelId) })} className={label === null ? styles.nothing : styles.sign}>
      <title>{isolate(nameOfLabel(label))}</title>
      <rect x={x + headWidth / 2 - 10} y={y + headHeight / 2 - 10} width={20} height={20} rx={4} />
      <text x={x + headWidth / 2} y={y + headHeight / 2} lang="fa">{label === null ? '–' : labelDef(schema, label as LabelId)?.badge}</text>
    </g>
  );
  const current = { row: Math.min(cursor.row, labels.length - 1), column: Math.min(cursor.column, labels.length - 1) };
  return (
    <>
      {pairs.length > 1 && (
        <ChoiceGroup
          label={t('agreement.confusion.who')}
          value={people === null ? everybody : who}
          choices={[
            { value: everybody, label: t('agreement.confusion.everybody') },
            ...pairs.map((pair) => ({ value: pair.people.join('\t'), label: t('agreement.confusion.pair', { a: nameOf(pair.people[0]), b: nameOf(pair.people[1]) }) })),
          ]}
          onChoose={setWho}
        />
      )}
      {people && <p className={styles.hint}>{t('agreement.confusion.directed', { a: nameOf(people[0]), b: nameOf(people[1]) })}</p>}
      <div className={styles.scroll}>
        <svg
          role="group"
          aria-label={t('agreement.confusion.sentence', { same, different })}
          className={styles.matrix}
          width={width}
          height={headHeight + labels.length * cellHeight}
        >
          <defs>
            <pattern id={stripes} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width={1.2} height={6} className={styles.stripe} />
            </pattern>
          </defs>
          {labels.map((label, column) => <g key={label ?? ''} aria-hidden>{head(label, left(column) + (cellWidth - headWidth) / 2, 0)}</g>)}
          {labels.map((label, row) => (
            <g key={label ?? ''}>
              <g aria-hidden>{head(label, isMirrored ? width - headWidth : 0, headHeight + row * cellHeight)}</g>
              {labels.map((other, column) => {
                const count = casesAt(row, column);
                const isSame = row === column;
                const share = count / (isSame ? most.same : most.different);
                return (
                  <g
                    key={other ?? ''}
                    role="button"
                    data-cell={`${row} ${column}`}
                    data-kind={isSame ? 'same' : 'different'}
                    aria-disabled={count === 0}
                    tabIndex={row === current.row && column === current.column ? 0 : -1}
                    aria-label={t('agreement.confusion.cell', { a: nameOfLabel(label), b: nameOfLabel(other), n: count })}
                    className={styles.cell}
                    onFocus={() => setCursor({ row, column })}
                    onClick={() => open(row, column)}
                    onKeyDown={onKeyDown}
                  >
                    <rect x={left(column) + 1} y={headHeight + row * cellHeight + 1} width={cellWidth - 2} height={cellHeight - 2} rx={3} className={styles.ground} />
                    {count > 0 && (
                      <rect
                        x={left(column) + 1} y={headHeight + row * cellHeight + 1} width={cellWidth - 2} height={cellHeight - 2} rx={3}
                        className={styles.heat} fillOpacity={0.08 + 0.34 * Math.sqrt(share)}
                      />
                    )}
                    {count > 0 && !isSame && (
                      <rect x={left(column) + 1} y={headHeight + row * cellHeight + 1} width={cellWidth - 2} height={cellHeight - 2} rx={3} fill={`url(#${stripes})`} fillOpacity={0.2 + 0.5 * share} />
                    )}
                    {!(label === null && other === null) && (
                      <text x={left(column) + cellWidth / 2} y={headHeight + (row + 0.5) * cellHeight}>{count === 0 ? '·' : number(count)}</text>
                    )}
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      </div>
      <ul className={styles.legend} aria-hidden>
        {labels.map((label) => (
          <li key={label ?? ''}>
            <svg width={20} height={20} className={styles.matrix}><g transform={`translate(${10 - headWidth / 2} ${10 - headHeight / 2})`}>{head(label, 0, 0)}</g></svg>
            <bdi>{nameOfLabel(label)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
