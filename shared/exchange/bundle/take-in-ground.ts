import { type Dataset } from '../../model/dataset.ts';
import { type AnnotatorId, type DeviceId, type ProjectId } from '../../model/id.ts';
import { type Bundle } from './read-bundle.ts';

/**
 * A Bundle and the key by which its signature holds; `null` when it is unsigned. One whose signature does not hold, or that of a version of the roster in
 * it, never comes so far.
 */
export interface Incoming {
  readonly bundle: Bundle;
  readonly key: string | null;
  /** It came in an envelope. */
  readonly isEnclosed: boolean;
}

/** The project that takes in, as far as the Bundles could meet it (`concernedBy`). */
export interface TakeInGround {
  readonly project: ProjectId;
  readonly me: AnnotatorId;
  readonly device: DeviceId;
  /** The concerned Articles with all their sets; all Annotators, Entities and events. */
  readonly dataset: Dataset;
  /** An assignment of another project may come in: the person has said so. */
  readonly mayJoin: boolean;
  /** ISO 8601, UTC. */
  readonly now: string;
}
