import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { type StartInfo } from '../../shared/bridge.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { onSystemTheme, showAppearance } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';
import { Window } from './Window.tsx';

export interface AppProps {
  readonly start: StartInfo;
  readonly settings: SettingsStore;
  readonly session: Session;
}

/** Language, direction and colours around everything else. */
export function App({ start, settings, session }: AppProps) {
  const { language, theme } = useStore(settings, (state) => state.settings);
  useLayoutEffect(() => showAppearance({ language, theme }), [language, theme]);
  useEffect(() => onSystemTheme(() => showAppearance({ language, theme })), [language, theme]);
  return (
    <MessagesProvider language={language}>
      <DirectionProvider direction={language === 'fa' ? 'rtl' : 'ltr'}>
        <Tooltip.Provider delay={400}>
          <ToastProvider>
            <ErrorBoundary>
              <Window start={start} settings={settings} session={session} />
            </ErrorBoundary>
          </ToastProvider>
        </Tooltip.Provider>
      </DirectionProvider>
    </MessagesProvider>
  );
}
