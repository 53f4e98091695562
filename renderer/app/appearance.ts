import { type Settings, type Theme } from '../../shared/bridge.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

const resolved = (theme: Theme): 'light' | 'dark' => (theme === 'auto' ? (systemIsDark.matches ? 'dark' : 'light') : theme);

/** Language, direction, colours and reading font of the whole page; they hold before the next frame. */
export function showAppearance({ language, theme, readingFont }: Pick<Settings, 'language' | 'theme' | 'readingFont'>): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  documentElement.dataset['theme'] = resolved(theme);
  documentElement.dataset['readingFont'] = readingFont;
}

/** Calls when the system turns dark or light; gives the way to stop. */
export function onSystemTheme(listener: () => void): () => void {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
}
