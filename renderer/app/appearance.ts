import { type Language, type Theme } from '../../shared/bridge.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

const resolved = (theme: Theme): 'light' | 'dark' => (theme === 'auto' ? (systemIsDark.matches ? 'dark' : 'light') : theme);

/** Language, direction and colours of the whole page; they hold before the next frame. */
export function showAppearance({ language, theme }: { readonly language: Language; readonly theme: Theme }): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  documentElement.dataset['theme'] = resolved(theme);
}

/** Calls when the system turns dark or light; gives the way to stop. */
export function onSystemTheme(listener: () => void): () => void {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
}
