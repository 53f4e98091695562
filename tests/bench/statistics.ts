/** The value at a share (0 … 1) of the ordered values. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const found = ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))];
  if (found === undefined) throw new Error('no values to choose from');
  return found;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `12.3 (p95 17)` */
export const spread = (values: readonly number[]): string => `${median(values).toFixed(1)} (${quantile(values, 0.95).toFixed(0)})`;
