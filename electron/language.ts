import { type Language } from '../shared/bridge.ts';

interface System {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Language tags as the system lists them, the most wanted first. On Linux Chromium makes one up when there is none. */
  readonly preferred: readonly string[];
}

/** The language to begin with: the system's, and Persian when the system does not say. */
export function systemLanguage(system: System): Language {
  const name = system.platform === 'linux' ? localeName(system.environment) : (system.preferred[0] ?? '');
  const language = name.toLowerCase().split(/[-_.@]/)[0] ?? '';
  return saysNothing.has(language) || persian.has(language) ? 'fa' : 'en';
}

/** POSIX.1-2017, 8.2: the first of these that is set and not empty decides. */
const localeName = (environment: System['environment']): string =>
  [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((name) => name) ?? '';

const saysNothing: ReadonlySet<string> = new Set(['', 'c', 'posix']);
/** ISO 639-1, 639-2 and 639-3: Persian, Iranian Persian, Dari. */
const persian: ReadonlySet<string> = new Set(['fa', 'fas', 'per', 'pes', 'prs']);
