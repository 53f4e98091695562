import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type PaneWidths, type ParagraphDirections } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { type Reading } from '../views/annotate/reading.ts';
import { leftAt, placeIn, turned } from './places.ts';
import { type SettingsStore } from './settings.ts';

const usualPanes: PaneWidths = {};
const noneTurned: ParagraphDirections = {};

/** How the person reads, for as long as a project is open. A place that moved is no reason to draw anything again. */
export function useReading(settings: SettingsStore, project: ProjectId): Reading {
  const look = useStore(
    settings,
    useShallow(({ settings: { readingSize, readingFont, lineHeight, selectionUnit, speechDetail, coached = false, panes = usualPanes } }) => ({
      readingSize, readingFont, lineHeight, selectionUnit, speechDetail, isCoached: coached, paneWidths: panes,
    })),
  );
  const [isFocusMode, onFocusMode] = useState(false);
  return useMemo(
    () => ({
      ...look,
      onCoached: () => void settings.getState().change({ coached: true }),
      onPaneWidths: (panes) => void settings.getState().change({ panes }),
      onSelectionUnit: (selectionUnit) => void settings.getState().change({ selectionUnit }),
      isFocusMode,
      onFocusMode,
      stopIn: (article) => placeIn(settings.getState().settings.places, project, article),
      onStop: (article, stop) => {
        const { settings: now, change } = settings.getState();
        return change({ places: leftAt(now.places, { ...stop, project, article }) });
      },
      directionsIn: (article) => placeIn(settings.getState().settings.places, project, article)?.directions ?? noneTurned,
      onDirections: (article, directions) => {
        const { settings: now, change } = settings.getState();
        void change({ places: turned(now.places, project, article, directions) });
      },
    }),
    [look, isFocusMode, settings, project],
  );
}
