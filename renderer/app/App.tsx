import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type StartInfo } from '../../shared/bridge.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { chosenMap, soundChoices } from '../ui/key-choices.ts';
import { KeyChoicesProvider } from '../ui/KeyChoicesProvider.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { onSystemTheme, showAppearance } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { allKeys, unmovedBeside } from './key-groups.ts';
import { keyNames } from './key-names.ts';
import { type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';
import { Window } from './Window.tsx';

export interface AppProps {
  readonly start: StartInfo;
  readonly settings: SettingsStore;
  readonly session: Session;
}

/** Language, direction, colours and keys around everything else. */
export function App({ start, settings, session }: AppProps) {
  const { language, theme, readingFont, keys } = useStore(settings, (state) => state.settings);
  const choices = useMemo(() => soundChoices(allKeys, keys, unmovedBeside), [keys]);
  const names = useMemo(() => keyNames(chosenMap(allKeys, choices)), [choices]);
  useLayoutEffect(() => showAppearance({ language, theme, readingFont }), [language, theme, readingFont]);
  useEffect(() => onSystemTheme(() => showAppearance({ language, theme, readingFont })), [language, theme, readingFont]);
  return (
    <MessagesProvider language={language} common={names}>
      <DirectionProvider direction={language === 'fa' ? 'rtl' : 'ltr'}>
        <KeyChoicesProvider usual={allKeys} choices={choices}>
          <Tooltip.Provider delay={400}>
            <ToastProvider>
              <ErrorBoundary>
                <Window start={start} settings={settings} session={session} />
              </ErrorBoundary>
            </ToastProvider>
          </Tooltip.Provider>
        </KeyChoicesProvider>
      </DirectionProvider>
    </MessagesProvider>
  );
}
