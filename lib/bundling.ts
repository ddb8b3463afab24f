import { join } from 'node:path'

import { type BundlingOptions, Charset, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'

import type { FunctionName } from '../functions/triggers.ts'

export const root = join(import.meta.dirname, '..')

/** Files that a function reads beside its own code. */
const filesOf: Partial<Record<FunctionName, string>> = {
  'match-intake': 'adapters/us-zips.txt',
  'serve-console': 'adapters/us-zips.txt',
  'preview-decision': 'adapters/us-zips.txt',
  'decide-intake': 'adapters/us-zips.txt',
}

/** What esbuild is told of every function, by the names of its own options: the size of a bundle is tested with the same. */
export const bundledWith = {
  // Spanish as it is written, and not as escapes.
  charset: Charset.UTF8,
  mainFields: ['module', 'main'],
  minify: true,
  alias: {
    '@aws-sdk/credential-provider-node': join(root, 'adapters/lambda-credentials.ts'),
    '@aws-sdk/endpoint-cache': join(root, 'adapters/no-endpoint-cache.ts'),
    '@smithy/core/event-streams': join(root, 'adapters/no-event-streams.ts'),
  },
}

export const bundling = (name: FunctionName): BundlingOptions => {
  const { alias, ...options } = bundledWith
  const file = filesOf[name]
  return {
    ...options,
    format: OutputFormat.ESM,
    // The SDK that the tests ran with, not the one that Lambda happens to have that day.
    bundleAwsSDK: true,
    esbuildArgs: Object.fromEntries(
      Object.entries(alias).map(([module, path]) => [`--alias:${module}`, path]),
    ),
    ...(file && {
      commandHooks: {
        beforeInstall: () => [],
        beforeBundling: () => [],
        afterBundling: (from: string, to: string) => [`cp "${from}/${file}" "${to}"`],
      },
    }),
  }
}
