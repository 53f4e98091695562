import { answering } from './asking.ts';
import { type BundleAnswer, type BundleTask, runBundleTask } from './bundle-task.ts';

answering<BundleTask, BundleAnswer>(runBundleTask);
