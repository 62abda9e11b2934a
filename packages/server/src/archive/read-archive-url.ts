import type { S3Options } from './s3-storage.ts'

/** The variables that say who may write to a bucket: those of every tool that speaks S3. */
export interface S3Environment {
  AWS_ACCESS_KEY_ID?: string | undefined
  AWS_SECRET_ACCESS_KEY?: string | undefined
  AWS_SESSION_TOKEN?: string | undefined
  AWS_REGION?: string | undefined
  AWS_ENDPOINT_URL?: string | undefined
}

const PARAMETERS = new Set(['region', 'endpoint', 'public'])

/**
 * Reads `s3://bucket/prefix?region=…&endpoint=…&public=…`. Answers what is wrong, to be read after the name of the
 * variable, where it cannot be used; never repeats a value, since a key may have been put into it.
 */
export function readArchiveUrl(text: string, environment: S3Environment): S3Options | { problem: string } {
  if (!URL.canParse(text) || new URL(text).protocol !== 's3:')
    return { problem: 'is not an archive: use disk, off, or s3://bucket/prefix' }
  const { username, password, hostname, pathname, searchParams } = new URL(text)
  if (username || password)
    return { problem: 'has a key in it: put it into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY' }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname))
    return { problem: 'names no bucket: use s3://bucket/prefix' }
  const unknown = [...searchParams.keys()].find((name) => !PARAMETERS.has(name))
  if (unknown !== undefined)
    return { problem: 'has a parameter that is not known: region, endpoint and public are' }

  const endpoint = searchParams.get('endpoint') ?? environment.AWS_ENDPOINT_URL
  const publicUrl = searchParams.get('public') ?? undefined
  for (const address of [endpoint, publicUrl]) {
    if (address !== undefined && !/^https?:\/\/[^\s/?#@]+[^\s?#]*$/.test(address))
      return { problem: 'has an endpoint or a public address that is not an http(s) URL' }
  }
  const region = searchParams.get('region') ?? environment.AWS_REGION ?? (endpoint && 'auto')
  if (!region) return { problem: 'has no region: add ?region=…, or set AWS_REGION' }
  if (!/^[a-z0-9-]{1,40}$/.test(region))
    return { problem: 'has a region that is none: use for example eu-central-1' }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (!accessKeyId || !secretAccessKey)
    return { problem: 'is a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, too' }
  if (environment.AWS_SESSION_TOKEN)
    return { problem: 'is a bucket, and AWS_SESSION_TOKEN is set: use a key that does not end' }
  const prefix = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '')
  return {
    bucket: hostname,
    region,
    accessKeyId,
    secretAccessKey,
    endpoint,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    prefix: prefix && `${prefix}/`,
  }
}
