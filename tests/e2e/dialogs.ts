import { type ElectronApplication } from '@playwright/test';

/** The next dialogs for opening files answer with these paths; no paths: they are cancelled. */
export const answerOpenDialogs = (app: ElectronApplication, ...filePaths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);

/** The next dialogs for saving a file answer with this path; null: they are cancelled. */
export const answerSaveDialogs = (app: ElectronApplication, filePath: string | null): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, filePath);

/** The next questions are answered with the button of this number, counted from 0. */
export const answerQuestions = (app: ElectronApplication, button: number): Promise<void> =>
  app.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
  }, button);
