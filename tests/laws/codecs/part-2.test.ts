import { codecs } from '../../../shared/codecs/registry.ts';
import { codecLaws } from '../codec-laws.ts';

// The registry in four parts, which the runner works off side by side.
for (const [place, codec] of codecs.entries()) if (place % 4 === 1) codecLaws(codec);
