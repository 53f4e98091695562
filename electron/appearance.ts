import { type Theme } from '../shared/bridge.ts';

export const themeSource = (theme: Theme): 'system' | 'light' | 'dark' => (theme === 'auto' ? 'system' : theme);

/** What shows before the page has drawn: the page's own background, so that nothing flashes. */
export const backgroundColour = (dark: boolean): string => (dark ? '#15181D' : '#FFFFFF');
