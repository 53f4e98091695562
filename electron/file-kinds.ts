import { type Language } from '../shared/bridge.ts';
import { bundleExtension } from '../shared/exchange/bundle/manifest.ts';
import { nativeMessage } from './native-message.ts';

/** Whatever some format can be read from. A list of its own, so that the window need not load every format to open a dialog. */
export const readableExtensions: readonly string[] = [
  'txt', 'html', 'htm', 'xhtml', 'docx', 'docm', 'csv', 'tsv', 'xlsx', 'jsonl', 'json', 'jsonld', 'parquet', 'zip', 'ann', 'a1', 'a2', 'xmi', 'conllup', 'conllu', 'conll', 'iob', 'iob2', 'bio', 'bioes',
];

/** What the open dialog offers, the widest first. */
export function fileKinds(language: Language): { name: string; extensions: string[] }[] {
  const kind = (code: Parameters<typeof nativeMessage>[1], ...extensions: string[]) => ({ name: nativeMessage(language, code), extensions });
  return [
    kind('native.files-all-known', ...readableExtensions, bundleExtension),
    kind('native.files-bundle', bundleExtension),
    kind('native.files-text', 'txt', 'html', 'htm', 'docx'),
    kind('native.files-tables', 'csv', 'tsv', 'xlsx', 'jsonl', 'json'),
    kind('native.files-jsonl', 'jsonl'),
    kind('native.files-json', 'json'),
    kind('native.files-any', '*'),
  ];
}
