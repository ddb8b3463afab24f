import { fromEnv } from '@aws-sdk/credential-provider-env'

/*
 * What each function is bundled with in place of the SDK's search for credentials. Lambda gives them in the environment
 * (AWS Lambda guide, "Defined runtime environment variables"); the search through profiles, sign-ins and metadata is a
 * fifth of a bundle and never comes to anything there.
 */
export const defaultProvider = fromEnv
