import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type ProjectId } from '../../shared/model/id.ts';
import { type Reading } from '../views/annotate/reading.ts';
import { leftAt, placeIn } from './places.ts';
import { type SettingsStore } from './settings.ts';

/** How the person reads, for as long as a project is open. A place that moved is no reason to draw anything again. */
export function useReading(settings: SettingsStore, project: ProjectId): Reading {
  const look = useStore(
    settings,
    useShallow(({ settings: { readingSize, readingFont, lineHeight, selectionUnit, speechDetail, coached = false } }) => ({
      readingSize, readingFont, lineHeight, selectionUnit, speechDetail, isCoached: coached,
    })),
  );
  const [isFocusMode, onFocusMode] = useState(false);
  return useMemo(
    () => ({
      ...look,
      onCoached: () => void settings.getState().change({ coached: true }),
      onSelectionUnit: (selectionUnit) => void settings.getState().change({ selectionUnit }),
      isFocusMode,
      onFocusMode,
      stopIn: (article) => placeIn(settings.getState().settings.places, project, article),
      onStop: (article, stop) => {
        const { settings: now, change } = settings.getState();
        return change({ places: leftAt(now.places, { ...stop, project, article }) });
      },
    }),
    [look, isFocusMode, settings, project],
  );
}
