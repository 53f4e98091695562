import { type NamedBytes } from '../codec.ts';
import { isZip, unzipped, zipLimits } from '../zip.ts';
import { annotatorSuffix } from './polnear-layout.ts';

/** Files of brat's family among those given, and what is nobody's of it. */
export interface BratFamily {
  readonly brat: readonly NamedBytes[];
  readonly polnear: readonly NamedBytes[];
}

const isAnnotation = (name: string): boolean => /\.(?:ann|a1|a2)$/i.test(name);
const isConfiguration = (name: string): boolean => /^(?:annotation|visual|tools|kb_shortcuts)\.conf$/i.test(name);
const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');

/** Bytes that are enough to meet the first attribution. */
const enough = 20_000;

/** Its events are attributions, and its marks are their parts. */
export const looksPolnear = ({ bytes }: NamedBytes): boolean => {
  const start = Array.from(bytes.subarray(0, enough), (byte) => String.fromCharCode(byte)).join('');
  return /^[TE]\d{1,9}\tAttribution(?:-no-source)?[ :]/m.test(start);
};

/** Archives with annotation files in them; loose annotation files with their texts, sidecars and configuration. */
export function bratFamily(files: readonly NamedBytes[]): BratFamily {
  const archives = files.filter(({ bytes }) => isZip(bytes)).map((file) => ({ file, inside: unzipped(file, zipLimits, isAnnotation).files }));
  const annotated = archives.filter(({ inside }) => inside.length > 0);
  const isOfPolnear = ({ inside }: { readonly inside: readonly NamedBytes[] }): boolean =>
    inside.some(({ name }) => /(?:^|\/)attributions\/[^/]*\.ann$/i.test(name)) || inside.some(looksPolnear);
  const loose = files.filter(({ name, bytes }) => isAnnotation(name) && !isZip(bytes));
  const ofPolnear = loose.filter(looksPolnear);
  const ofBrat = loose.filter((file) => !ofPolnear.includes(file));
  const withCompany = (own: readonly NamedBytes[], stems: ReadonlySet<string>): readonly NamedBytes[] =>
    files.filter((file) => own.includes(file) || (own.length > 0 && isCompany(file.name, stems)));
  const stems = (own: readonly NamedBytes[], suffix: RegExp) => new Set(own.flatMap(({ name }) => [stemOf(name), stemOf(name).replace(suffix, '')]));
  return {
    brat: [...annotated.filter((one) => !isOfPolnear(one)).map(({ file }) => file), ...withCompany(ofBrat, stems(ofBrat, /$/))],
    polnear: [...annotated.filter(isOfPolnear).map(({ file }) => file), ...withCompany(ofPolnear, stems(ofPolnear, annotatorSuffix))],
  };
}

const isCompany = (name: string, stems: ReadonlySet<string>): boolean =>
  isConfiguration(name) || (/\.(?:txt|json)$/i.test(name) && (stems.has(stemOf(name)) || name === 'unreferenced.json'));
