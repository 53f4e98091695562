import { type Article } from '../model/article.ts';
import { type LicenceRule } from './export-options.ts';
import { isLicence } from './licence.ts';

/** May this Article leave? Who may not is withheld whole and counted (`DOC_WITHHELD`). */
export function mayLeave({ source: { licence } }: Article, rule: LicenceRule): boolean {
  switch (rule.kind) {
    case 'any':
      return true;
    case 'stated':
      return isLicence(licence);
    case 'listed':
      return isLicence(licence) && rule.licences.some((listed) => plain(listed) === plain(licence));
  }
}

/** `CC BY 4.0` and `cc-by-4.0` are one licence. */
const plain = (licence: string): string => licence.trim().toLowerCase().replace(/[\s_-]+/g, '-');
