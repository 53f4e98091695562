import { protocol } from 'electron';
import { scheme } from './origin.ts';
import { pageFile } from './page-files.ts';

/** Before the app is ready: the page's scheme is as good as https, so IndexedDB and Web Crypto work. */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);

/** @param root the folder of the built page, without a separator at its end. */
export const servePage = (root: string): void => protocol.handle(scheme, (request) => pageFile(root, request));
