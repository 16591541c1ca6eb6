import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

/** @param {Buffer} bytes @param {number} quality 0–11 */
export function brotli(bytes, quality = 11) {
  return brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}});
}

/** Bytes as they are, and as a server sends them at its best. */
export function sizesOf(bytes) {
  return {raw: bytes.length, gzip: gzipSync(bytes, {level: 9}).length, brotli: brotli(bytes).length};
}
