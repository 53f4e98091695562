/** The file that says where every token stands. */
export const tokensSuffix = '.tokens.jsonl';

/** Extensions of column files that are read, without the dot. */
export const columnExtensions = ['conll', 'iob', 'iob2', 'bio', 'bioes'] as const;

const suffix = /(?:(?:\.tokens)?\.jsonl|(?:\.[^.]+)?\.(?:iob1|iob2|bioes|bilou)\.conll|\.(?:conll|iob2?|bio|bioes))$/i;

export const isTokens = (name: string): boolean => name.toLowerCase().endsWith(tokensSuffix);
/** Among column files, what are lines of JSON are their tokens, whatever somebody has called them. */
export const isLines = (name: string): boolean => name.toLowerCase().endsWith('.jsonl');
export const isColumns = (name: string): boolean => columnExtensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
/** What the files of one export have in common. */
export const stemOfLayer = (name: string): string => name.replace(suffix, '');
/** `stem.quote.iob2.conll`: the layer and the scheme stand in the name, because the columns do not say them. */
export const layerName = (stem: string, layer: string, scheme: string): string => `${stem}.${layer}.${scheme}.conll`;
