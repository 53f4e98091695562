import { type NamedBytes } from '../codec.ts';
import { isZip, unzipped, zipLimits } from '../zip.ts';
import { annotatorSuffix, documentOf, isAmongAttributions, isTable } from './polnear-layout.ts';

/** Files of brat's family among those given, and what is nobody's of it. */
export interface BratFamily {
  readonly brat: readonly NamedBytes[];
  readonly polnear: readonly NamedBytes[];
}

export const isAnnotation = (name: string): boolean => /\.(?:ann|a1|a2)$/i.test(name);
export const isConfiguration = (name: string): boolean => /(?:^|\/)(?:annotation|visual|tools|kb_shortcuts)\.conf$/i.test(name);
/** People and annotators of our own files that no article names. */
export const isRest = (name: string): boolean => /(?:^|\/)unreferenced\.json$/.test(name);
const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');

/** Bytes that are enough to meet the first attribution. */
const enough = 20_000;

/** Its events are attributions, and its marks are their parts. */
export const looksPolnear = ({ bytes }: NamedBytes): boolean => {
  const start = Array.from(bytes.subarray(0, enough), (byte) => String.fromCharCode(byte)).join('');
  return /^[TE]\d{1,9}\tAttribution(?:-no-source)?[ :]/m.test(start);
};

const isOfPolnearAlone = (file: NamedBytes): boolean => isAmongAttributions(file.name) || looksPolnear(file);

/** The list of a release's texts; it may lie above them. */
const isPolnearTable = ({ name, bytes }: NamedBytes): boolean =>
  isTable(name) && ['compartment', 'filename', 'annotators'].every((column) => String.fromCharCode(...bytes.subarray(0, 2000)).split('\n')[0]?.split('\t').includes(column));

/** Archives with annotation files in them; loose annotation files with their texts, sidecars and configuration. */
export function bratFamily(files: readonly NamedBytes[]): BratFamily {
  const archives = files.filter(({ bytes }) => isZip(bytes)).map((file) => ({ file, inside: unzipped(file, zipLimits, isAnnotation).files }));
  const annotated = archives.filter(({ inside }) => inside.length > 0);
  const isOfPolnear = ({ inside }: { readonly inside: readonly NamedBytes[] }): boolean =>
    inside.some(isOfPolnearAlone);
  const loose = files.filter(({ name, bytes }) => isAnnotation(name) && !isZip(bytes));
  const ofPolnear = loose.filter(isOfPolnearAlone);
  const ofBrat = loose.filter((file) => !ofPolnear.includes(file));
  const withCompany = (own: readonly NamedBytes[], isCompany: (name: string) => boolean): readonly NamedBytes[] =>
    files.filter((file) => own.includes(file) || (own.length > 0 && (isConfiguration(file.name) || isCompany(file.name))));
  const stems = new Set(ofBrat.map(({ name }) => stemOf(name)));
  const documents = new Set(ofPolnear.flatMap(({ name }) => [documentOf(name), documentOf(name).replace(annotatorSuffix, '')]));
  const isBratCompany = (name: string): boolean => /\.(?:txt|json)$/i.test(name) && (stems.has(stemOf(name)) || isRest(name));
  const isPolnearCompany = (name: string): boolean => /\.txt$/i.test(name) && documents.has(documentOf(name));
  return {
    brat: [...annotated.filter((one) => !isOfPolnear(one)).map(({ file }) => file), ...withCompany(ofBrat, isBratCompany)],
    polnear: [...annotated.filter(isOfPolnear).map(({ file }) => file), ...withCompany(ofPolnear, isPolnearCompany), ...files.filter(isPolnearTable)],
  };
}
