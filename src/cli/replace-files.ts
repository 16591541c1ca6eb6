import {rename, rm, writeFile} from 'node:fs/promises';

interface File {
  path: string;
  content: string | Uint8Array;
  mode?: number;
}

/** Readers of a file see the old one or the new one, never a part. Until all are written, none is replaced. */
export async function replaceFiles(files: readonly File[]): Promise<void> {
  const partOf = ({path}: File) => `${path}.part`;
  try {
    for (const file of files) {
      // A part that another run has left would keep its own mode.
      await rm(partOf(file), {force: true});
      await writeFile(partOf(file), file.content, {mode: file.mode ?? 0o644});
    }
    for (const file of files) await rename(partOf(file), file.path);
  } catch (error) {
    for (const file of files) await rm(partOf(file), {force: true});
    throw error;
  }
}
