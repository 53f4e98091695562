import { surroundings } from '../codecs/surroundings.ts';
import { type Release } from './release.ts';
import { type YamlMap } from './yaml.ts';

/** Licences that the Hub knows by these names, of those that datasets have. */
const known: readonly string[] = [
  'cc0-1.0', 'cc-by-3.0', 'cc-by-4.0', 'cc-by-sa-3.0', 'cc-by-sa-4.0', 'cc-by-nc-3.0', 'cc-by-nc-4.0', 'cc-by-nd-4.0', 'cc-by-nc-nd-3.0',
  'cc-by-nc-nd-4.0', 'cc-by-nc-sa-3.0', 'cc-by-nc-sa-4.0', 'odc-by', 'odbl', 'pddl', 'cdla-sharing-1.0', 'cdla-permissive-1.0', 'cdla-permissive-2.0',
  'mit', 'apache-2.0', 'unlicense', 'gpl-3.0',
];

/** Words that files have in the field of a licence that nobody knows. */
const unknownWords = ['unknown', 'unspecified', 'none', 'n/a', 'na', 'null', 'نامعلوم', 'نامشخص', 'ناشناخته', 'ندارد'];

/** Does it name a licence? Blanks, dashes, question marks and the word for "unknown" do not. */
export const isLicence = (text: string | null): text is string =>
  text !== null && /[\p{L}\p{N}]/u.test(text) && !unknownWords.includes(text.trim().toLowerCase());

/** Where it can be read, when nobody says: beside the card. */
export const licenceFile = surroundings.licence;

/** What a person has said of the rights, as a file of its own; `null` where nobody has named a licence. */
export function licenceText(release: Release | null): string | null {
  const { annotationLicence: annotations = '', textRights: texts = '' } = release?.words ?? {};
  if (annotations.trim() === '') return null;
  return `Annotations: ${annotations.trim()}\n${texts.trim() === '' ? '' : `\nTexts: ${texts.trim()}\n`}`;
}

/** What the Hub is told of a licence that a person has named: `CC BY 4.0` is known, anything else goes by name and link. */
export function licenceHead(licence: string | null): YamlMap {
  const text = licence?.trim() ?? '';
  if (text === '') return { license: 'unknown' };
  const id = text.toLowerCase().replace(/[\s_]+/g, '-');
  if (known.includes(id)) return { license: id };
  const link = /https?:\/\/[^\s<>()]+/.exec(text)?.[0];
  const name = link === undefined ? text : text.replace(link, '').replace(/(?<![\s<>():,])[\s<>():,]+$/, '').trim();
  return { license: 'other', license_name: name === '' ? text : name, license_link: link ?? licenceFile };
}
