import { type CSSProperties, type RefObject, useCallback, useMemo } from 'react';
import { type Pane, panes, type PaneWidths } from '../../../shared/bridge.ts';
import { type Reading } from './reading.ts';

/** The widths of the panes beside the text: those that the style sheet gives, until somebody moves an edge. */
export interface PaneWidthsInUse {
  readonly style: CSSProperties;
  readonly onMove: Readonly<Record<Pane, (width: number | null) => void>>;
  readonly onMoved: Readonly<Record<Pane, (width: number | null) => void>>;
}

const property = (pane: Pane): string => `--${pane}-width`;
const pixels = (width: number): string => `${width}px`;

/** While an edge moves, only the style of the element follows: nothing is drawn again or remembered before it is let go. */
export function usePaneWidths(desk: RefObject<HTMLElement | null>, { paneWidths, onPaneWidths }: Reading): PaneWidthsInUse {
  const show = useCallback(
    (pane: Pane, width: number | null) => {
      if (width === null) desk.current?.style.removeProperty(property(pane));
      else desk.current?.style.setProperty(property(pane), pixels(width));
    },
    [desk],
  );
  return useMemo(() => {
    const moved = (pane: Pane, width: number | null): void => {
      show(pane, width);
      const { [pane]: _before, ...others } = paneWidths;
      onPaneWidths(width === null ? others : { ...others, [pane]: width });
    };
    const each = (change: (pane: Pane, width: number | null) => void) =>
      Object.fromEntries(panes.map((pane) => [pane, (width: number | null) => change(pane, width)])) as PaneWidthsInUse['onMove'];
    return { style: styleOf(paneWidths), onMove: each(show), onMoved: each(moved) };
  }, [show, paneWidths, onPaneWidths]);
}

const styleOf = (widths: PaneWidths): CSSProperties =>
  Object.fromEntries(panes.flatMap((pane) => (widths[pane] === undefined ? [] : [[property(pane), pixels(widths[pane])]])));
