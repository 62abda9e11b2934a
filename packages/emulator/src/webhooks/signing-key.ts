import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'

/** The key that the emulator signs webhooks with, in place of fal's. */
export interface SigningKey {
  /** ED25519 signature of a text, in hex, as `X-Fal-Webhook-Signature` carries it. */
  sign(message: string): string
  /** What `/.well-known/jwks.json` answers. */
  readonly keySet: { keys: JsonWebKey[] }
}

/** Reads the key from a PEM file, or makes one there: receivers may keep the key set for a day, so a restart must not change it. */
export async function openSigningKey(file: string): Promise<SigningKey> {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    await writeFile(`${file}.tmp`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    await rename(`${file}.tmp`, file)
  }
  const privateKey = createPrivateKey(await readFile(file))
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    sign: (message) => sign(null, Buffer.from(message), privateKey).toString('hex'),
    keySet: { keys: [{ ...publicKey, use: 'sig', alg: 'EdDSA' }] },
  }
}
