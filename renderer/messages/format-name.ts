import { codecById } from '../../shared/codecs/registry.ts';
import { catalogue, type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Translator } from './translate.ts';

/** What a format is called: in English as its community writes it. One that has no name in the messages yet is told as it tells itself. */
export function formatName(format: string, { t }: Pick<Translator, 't'>): string {
  const code = `format-name.${format}`;
  return code in catalogue ? t(code as MessageCode) : (codecById(format)?.title ?? format);
}
