import { type LabelDef } from '../../model/schema.ts';

/** Colours that were checked against each other, against both surfaces and for three kinds of colour blindness (ux.md 2.5). */
export const swatches: readonly LabelDef['colour'][] = [
  { light: { ink: '#246FDE', tint: '#C9E3FB' }, dark: { ink: '#7CC6F8', tint: '#14478C' } },
  { light: { ink: '#77320B', tint: '#FDB87D' }, dark: { ink: '#DF7F1C', tint: '#461F00' } },
  { light: { ink: '#5B109D', tint: '#D4BCFE' }, dark: { ink: '#A073FD', tint: '#37105F' } },
  { light: { ink: '#05704E', tint: '#9FF9C2' }, dark: { ink: '#4DA474', tint: '#02392E' } },
  { light: { ink: '#837401', tint: '#FDF191' }, dark: { ink: '#EDDE8A', tint: '#514D23' } },
  { light: { ink: '#C84588', tint: '#F6CED8' }, dark: { ink: '#F7ABB4', tint: '#6D3653' } },
  { light: { ink: '#5A6270', tint: '#E3E6EA' }, dark: { ink: '#9AA4B2', tint: '#333A44' } },
];

export const sameColour = (a: LabelDef['colour'], b: LabelDef['colour']): boolean =>
  a.light.ink === b.light.ink && a.light.tint === b.light.tint && a.dark.ink === b.dark.ink && a.dark.tint === b.dark.tint;
