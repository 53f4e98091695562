import { type Language } from '../shared/bridge.ts';
import { isolate, shownName } from '../shared/messages/isolate.ts';
import { native } from '../shared/messages/native.ts';

export type NativeCode = keyof typeof native;

/** A message of the main process with its values; names, which are isolated, and numbers only, so no full message syntax is needed. */
export function nativeMessage(language: Language, code: NativeCode, values: Readonly<Record<string, string | number>> = {}): string {
  return native[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message ${code} needs a value for ${name}`);
    return typeof value === 'number' ? new Intl.NumberFormat(language, { useGrouping: false }).format(value) : isolate(shownName(value));
  });
}
