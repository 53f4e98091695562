import { type Heading } from '../../../shared/exchange/bundle/heading.ts';
import { type Translator } from '../../messages/translate.ts';

/** «تحویل سارا، ۲ مرداد». */
export const headingWords = ({ t, date }: Pick<Translator, 't'> & { readonly date: (at: string) => string }, { kind, person, project, made }: Heading): string =>
  t(`take.from.${kind}`, { person: person === '' ? t('take.nobody') : person, project, date: date(made) });
