import { postJson } from '../api/client.ts';
import type { Me } from '../api/types.ts';

// Browsers since 2025 turn the server's JSON into options and a credential back into JSON by themselves.

export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

export async function signInWithPasskey(): Promise<Me> {
  const options = await postJson<PublicKeyCredentialRequestOptionsJSON>('/api/passkeys/request-options', {});
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return postJson<Me>('/api/passkeys/sign-in', { credential: textOf(credential) });
}

export async function addPasskey(name: string): Promise<void> {
  const options = await postJson<PublicKeyCredentialCreationOptionsJSON>('/api/passkeys/creation-options', {});
  const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await postJson('/api/passkeys', { credential: textOf(credential), name });
}

const textOf = (credential: Credential | null): string => JSON.stringify((credential as PublicKeyCredential).toJSON());
